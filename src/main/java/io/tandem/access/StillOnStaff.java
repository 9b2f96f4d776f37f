package io.tandem.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tandem.process.Staff;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of whoever has left a group since they signed in, rather than hours later. */
@Component
class StillOnStaff extends OncePerRequestFilter {

    /** How long a role outlives its end. */
    static final Duration BELIEVED = Duration.ofSeconds(5);

    private final LoadingCache<String, List<String>> groups;

    StillOnStaff(Staff staff) {
        groups = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(BELIEVED)
                .build(staff::groupsOf);
    }

    /** It belongs to the log-in's filters and not to all requests. */
    @Bean
    static FilterRegistrationBean<StillOnStaff> onlyBehindTheLogIn(StillOnStaff filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof UsernamePasswordAuthenticationToken && hasChanged(who)) {
            var session = request.getSession(false);
            if (session != null) session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean hasChanged(Authentication who) {
        return !List.copyOf(who.getAuthorities()).equals(Role.authorities(groups.get(who.getName())));
    }
}
