package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages remember more than a database that was restored from a copy, and hear nevertheless what is said from then on. */
@TandemRuns
class RestoredTicketTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    private CustomerInChat karla;

    @BeforeEach
    void karlaWaitsForAPerson() {
        karla = CustomerInChat.writes(port, "en", "human please");
        karla.sees("QUEUE");
        karla.hears("system");
    }

    @Test
    void theCustomersPageIsToldThatItKnowsTooMuchAndHearsTheRest() {
        try (var page = karla.listensAgain("9")) {
            page.hears("anew", event -> true);
            page.hears("message", event -> says(event.data(), "human please"));

            karla.writes("After the restore");

            page.hears("message", event -> says(event.data(), "After the restore"));
        }
    }

    @Test
    void theAgentsPageIsToldThatItKnowsTooMuchAndHearsTheRest() {
        var anna = AgentAtDesk.signsIn(port, "anna");

        try (var page = anna.followsAgain(anna.taskOf(karla.ticket()), "9")) {
            page.hears("anew", event -> true);

            karla.writes("After the restore");

            page.hears("message", event -> says(event.data(), "After the restore"));
        }
    }

    /** As when another database takes the place of one that broke down, and had not got the last words yet. */
    @Test
    void pagesWhoseLineHasHeldAreTold() {
        var anna = AgentAtDesk.signsIn(port, "anna");
        var position = karla.messages().size();
        karla.writes("These words are lost");

        try (var page = karla.listens();
                var desk = anna.follows(anna.taskOf(karla.ticket()))) {
            page.hears("message", event -> says(event.data(), "These words are lost"));
            desk.hears("message", event -> says(event.data(), "These words are lost"));
            EarlierCopy.isRestored(sql, karla.ticket(), position);

            page.hears("anew", event -> true);
            desk.hears("anew", event -> true);
            karla.writes("Other words");

            page.hears("message", event -> says(event.data(), "Other words"));
            desk.hears("message", event -> says(event.data(), "Other words"));
        }
    }

    @Test
    void whoKnowsTheLastMessageIsNotTold() {
        try (var page = karla.listensAgain(String.valueOf(karla.messages().size()))) {
            karla.writes("Hello?");

            page.hears("message", event -> says(event.data(), "Hello?"));
            assertThat(page.heard()).noneMatch(event -> event.name().equals("anew"));
        }
    }

    private static boolean says(JsonNode message, String text) {
        return message.path("text").asText().equals(text);
    }
}
