package io.tandem.channel.web;

import io.tandem.setting.BadSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may use the customers' API, and from which sites. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration implements WebMvcConfigurer {

    /** @param origins the sites that may embed the chat, e.g. {@code https://www.shop.example} */
    @ConfigurationProperties("tandem.chat")
    record Settings(@DefaultValue List<String> origins) {

        Settings {
            // An origin that no browser names would be taken without a word, and the chat stay shut.
            if (!origins.stream().allMatch(Settings::isOrigin))
                throw new BadSetting(
                        "tandem.chat.origins",
                        "has to name sites by scheme and host, like https://www.shop.example, and by comma, not "
                                + String.join(",", origins));
        }

        private static boolean isOrigin(String site) {
            if (site.equals(CorsConfiguration.ALL)) return true;
            try {
                var origin = new URI(site);
                var web = "https".equals(origin.getScheme()) || "http".equals(origin.getScheme());
                return web
                        && origin.getHost() != null
                        && origin.getUserInfo() == null
                        && site.matches("[^/]+//[^/?#]+/?");
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

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
