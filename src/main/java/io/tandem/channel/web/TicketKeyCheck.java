package io.tandem.channel.web;

import io.tandem.api.Problem;
import io.tandem.ticket.LoggedTicket;
import io.tandem.ticket.Tickets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request to a ticket pass only with that ticket's key. */
@Component
class TicketKeyCheck implements AsyncHandlerInterceptor {

    private static final String LOGGED = TicketKeyCheck.class.getName();

    private static final String BEARER = "Bearer ";

    private final TicketKeys keys;
    private final Tickets tickets;

    TicketKeyCheck(TicketKeys keys, Tickets tickets) {
        this.keys = keys;
        this.tickets = tickets;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var ticket = idIn(request);
        if (ticket.isEmpty()) return true;
        var key = keyIn(request, ticket.get()).orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "noKey"));
        tickets.get(ticket.get());
        if (!keys.opens(key, ticket.get())) throw new Problem(HttpStatus.FORBIDDEN, "wrongKey");
        request.setAttribute(LOGGED, LoggedTicket.is(ticket.get()));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        leave(request);
    }

    /** The thread goes on to somebody else's request while this one lasts. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        leave(request);
    }

    private static void leave(HttpServletRequest request) {
        if (!(request.getAttribute(LOGGED) instanceof LoggedTicket logged)) return;
        request.removeAttribute(LOGGED);
        logged.close();
    }

    @SuppressWarnings("unchecked")
    private static Optional<UUID> idIn(HttpServletRequest request) {
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables == null || !variables.containsKey("ticket")) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(variables.get("ticket")));
        } catch (IllegalArgumentException noId) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknownTicket");
        }
    }

    /** The cookie opens nothing but the events, which a browser's EventSource cannot ask for with a header. */
    private static Optional<String> keyIn(HttpServletRequest request, UUID ticket) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) return Optional.of(header.substring(BEARER.length()));
        if (!request.getRequestURI().endsWith("/events") || request.getCookies() == null) return Optional.empty();
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(cookieName(ticket)))
                .map(Cookie::getValue)
                .findFirst();
    }

    static String cookie(UUID ticket, String key, Duration keptFor, boolean secure) {
        return ResponseCookie.from(cookieName(ticket), key)
                .path("/api/tickets/" + ticket)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(keptFor)
                .build()
                .toString();
    }

    private static String cookieName(UUID ticket) {
        return "tandem-" + ticket;
    }
}
