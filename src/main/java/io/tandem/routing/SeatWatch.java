package io.tandem.routing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes who is at the desk, so that a returning customer's ticket is kept only for somebody who is there. What it notes is
 * one moment for each agent, and only that agent can read it: see {@link Seat}.
 */
@Configuration(proxyBeanMethods = false)
class SeatWatch implements WebMvcConfigurer, HandlerInterceptor {

    private final Seats seats;

    SeatWatch(Seats seats) {
        this.seats = seats;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/desk/**")
                // A forgotten tab listens all night, with nobody before it.
                .excludePathPatterns("/api/desk/news");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var agent = request.getRemoteUser();
        if (agent != null) seats.seen(agent);
        return true;
    }
}
