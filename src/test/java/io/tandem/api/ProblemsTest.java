package io.tandem.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tandem.content.TextsFixture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTest {

    @RestController
    static class WithoutDatabase {

        @GetMapping("/away")
        String away() {
            throw new CannotCreateTransactionException("the database is away");
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("a mistake of ours");
        }
    }

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new WithoutDatabase())
            .setControllerAdvice(new Problems(TextsFixture.texts()))
            .build();

    @Test
    void whileTheDatabaseIsAwayACarefulSenderComesAgain() throws Exception {
        http.perform(get("/away"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(jsonPath("$.status").value(503));
    }

    @Test
    void aMistakeOfOursIsNoReasonToComeAgain() throws Exception {
        http.perform(get("/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(header().doesNotExist("Retry-After"));
    }
}
