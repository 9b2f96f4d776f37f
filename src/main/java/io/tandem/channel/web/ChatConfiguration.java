package io.tandem.channel.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may use the customers' API, and from which sites. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration implements WebMvcConfigurer {

    /** @param origins the sites that may embed the chat, e.g. {@code https://www.shop.example} */
    @ConfigurationProperties("tandem.chat")
    record Settings(@DefaultValue List<String> origins) {}

    private final Settings settings;
    private final TicketKeyCheck keyCheck;

    ChatConfiguration(Settings settings, TicketKeyCheck keyCheck) {
        this.settings = settings;
        this.keyCheck = keyCheck;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(keyCheck).addPathPatterns("/api/tickets/**");
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (var path : List.of("/api/tickets/**", "/api/texts/**", "/api/attachments")) {
            registry.addMapping(path)
                    .allowedOrigins(settings.origins().toArray(String[]::new))
                    .allowedMethods(HttpMethod.GET.name(), HttpMethod.POST.name(), HttpMethod.PUT.name())
                    .allowedHeaders(
                            HttpHeaders.AUTHORIZATION,
                            HttpHeaders.CONTENT_TYPE,
                            HttpHeaders.CONTENT_DISPOSITION,
                            "Idempotency-Key",
                            "Last-Event-ID",
                            "Tandem-Message")
                    .exposedHeaders(HttpHeaders.RETRY_AFTER, HttpHeaders.LOCATION)
                    .allowCredentials(false);
        }
        for (var path : List.of("/chat.js", "/chat/**")) {
            registry.addMapping(path).allowedOrigins("*").allowedMethods(HttpMethod.GET.name());
        }
    }
}
