package io.tandem.access;

import static io.tandem.access.Paths.path;

import io.tandem.access.BodyLimit.Larger;
import io.tandem.attachment.AttachmentSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Systems that bring what customers write elsewhere. Each proves who it is by what it shares with its channel, so the channel
 * checks it; what they bring together is much, so only those who prove nothing are held back.
 */
@Configuration(proxyBeanMethods = false)
class SystemRules {

    private static final RequestMatcher SYSTEMS = path("/api/channels/**");

    /** With the files in it, as text. */
    private static final RequestMatcher WITH_FILES = path(HttpMethod.POST, "/api/channels/webhook-*");

    /** Meta tells of so much at once, with many numbers' news in it; what is refused it tells again for days. */
    private static final RequestMatcher FROM_META = path(HttpMethod.POST, "/api/channels/whatsapp");

    private static final DataSize META_TELLS = DataSize.ofMegabytes(3);

    /** Meta's calls are mostly smaller; nobody knows which, as a proxy may hand them on without their length. */
    private static final DataSize LARGE = DataSize.ofKilobytes(256);

    @Bean
    @Order(0)
    SecurityFilterChain systems(
            HttpSecurity http,
            AccessSettings settings,
            AttachmentSettings files,
            Refusals refusals,
            Doorkeeper doorkeeper)
            throws Exception {
        var limits = settings.limits();
        var rooms = new Rooms(files.uploads());
        var withFiles = DataSize.ofBytes(
                files.fileSize().toBytes() / 3 * 4 + limits.bodySize().toBytes());
        var larger = List.of(Larger.file(WITH_FILES, withFiles), Larger.message(FROM_META, META_TELLS));
        return AccessRules.withoutSession(http.securityMatcher(SYSTEMS))
                .addFilterAfter(new StrangersLimit(limits, refusals), HeaderWriterFilter.class)
                .addFilterAfter(new BodyLimit(limits.bodySize(), larger, refusals), StrangersLimit.class)
                .addFilterAfter(new UploadLimit(SystemRules::isLarge, files, rooms, refusals), BodyLimit.class)
                .addFilterAfter(new GrowthLimit(FROM_META, LARGE, rooms, files.timeLimit()), UploadLimit.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .authorizeHttpRequests(requests -> requests.requestMatchers(SYSTEMS)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** It is read into memory before anybody knows whose it is: a few at once. */
    private static boolean isLarge(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return WITH_FILES.matches(request) && (length < 0 || length > LARGE.toBytes());
    }
}
