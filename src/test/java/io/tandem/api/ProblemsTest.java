package io.tandem.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tandem.content.TextsFixture;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

class ProblemsTest {

    @RestController
    static class WithoutDatabase {

        @GetMapping("/away")
        String away() {
            throw new CannotCreateTransactionException("the database is away");
        }

        @GetMapping("/engine")
        String engine() {
            throw new ProcessEngineException(
                    "it could not ask", new PSQLException("the line broke", PSQLState.CONNECTION_FAILURE));
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("a mistake of ours");
        }
    }

    /** One that needs the database before a controller does. */
    static class Filters extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var away = new CannotCreateTransactionException("the database is away");
            switch (request.getRequestURI()) {
                case "/away-for-the-filter" -> throw away;
                case "/away-for-the-servlet" -> throw new ServletException(away);
                case "/broken-filter" -> throw new IllegalStateException("a mistake of ours");
                default -> chain.doFilter(request, response);
            }
        }
    }

    private static final Problems PROBLEMS = new Problems(TextsFixture.texts());

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new WithoutDatabase())
            .setControllerAdvice(PROBLEMS)
            .addFilters(new OutageAnswer(resolver()), new Filters())
            .build();

    private static HandlerExceptionResolver resolver() {
        var advised = new StaticApplicationContext();
        advised.getBeanFactory().registerSingleton("problems", PROBLEMS);
        var resolver = new ExceptionHandlerExceptionResolver();
        resolver.setApplicationContext(advised);
        resolver.setMessageConverters(List.of(new MappingJackson2HttpMessageConverter()));
        resolver.afterPropertiesSet();
        return resolver;
    }

    @Test
    void whileTheDatabaseIsAwayACarefulSenderComesAgain() throws Exception {
        http.perform(get("/away"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(jsonPath("$.status").value(503));
    }

    @Test
    void soItDoesWhenTheEngineOrAFilterFindsThatOut() throws Exception {
        http.perform(get("/engine"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"));
        for (var path : List.of("/away-for-the-filter", "/away-for-the-servlet")) {
            http.perform(get(path).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "2"))
                    .andExpect(jsonPath("$.status").value(503));
        }
    }

    @Test
    void otherFailuresOfFiltersAreNotTakenForIt() {
        assertThatThrownBy(() -> http.perform(get("/broken-filter"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMistakeOfOursIsNoReasonToComeAgain() throws Exception {
        http.perform(get("/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(header().doesNotExist("Retry-After"));
    }
}
