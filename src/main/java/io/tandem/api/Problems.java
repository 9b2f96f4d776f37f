package io.tandem.api;

import io.tandem.content.Texts;
import io.tandem.node.Outage;
import io.tandem.ticket.Tickets.UnknownTicket;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what goes wrong into problem details with words for people. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final String RETRY_AFTER_SECONDS = "2";

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        return answer(problem.status(), problem.name(), problem.properties());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownTicket(UnknownTicket unknown) {
        return answer(HttpStatus.NOT_FOUND, "unknownTicket", Map.of());
    }

    /** An id that is none names nothing that exists. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noId(MethodArgumentTypeMismatchException mismatch) {
        return answer(HttpStatus.NOT_FOUND, "notFound", Map.of());
    }

    /** Nothing of it was done, and the same again may get through, here or on another node. */
    private ResponseEntity<ProblemDetail> noDatabase(Exception away) {
        log.warn("A request failed, the database is away", away);
        var answer = answer(HttpStatus.SERVICE_UNAVAILABLE, "failed", Map.of());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(answer.getBody());
    }

    /** @return nothing if the one who asked has gone meanwhile */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unexpected(Exception failure) throws Exception {
        if (Outage.isBehind(failure)) return noDatabase(failure);
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) return null;
        if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException) throw failure;
        log.error("A request failed", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "failed", Map.of());
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, String name, Map<String, Object> properties) {
        var problem = worded(ProblemDetail.forStatus(status), name, properties);
        properties.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ProblemDetail worded(ProblemDetail problem, String name, Map<String, Object> values) {
        Locale locale = LocaleContextHolder.getLocale();
        problem.setTitle(texts.get(locale.getLanguage(), "problem." + name + ".title", values));
        problem.setDetail(texts.get(locale.getLanguage(), "problem." + name + ".detail", values));
        return problem;
    }

    /** What Spring finds wrong with a request, before it reaches us. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = switch (status.value()) {
            case 400 -> "badRequest";
            case 404 -> "notFound";
            case 405 -> "badMethod";
            case 406, 415 -> "badType";
            case 413 -> "tooLarge";
            default -> "failed";
        };
        var problem = worded(ProblemDetail.forStatus(status), name, Map.of());
        return super.handleExceptionInternal(failure, problem, headers, status, request);
    }
}
