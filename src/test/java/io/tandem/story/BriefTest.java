package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an agent reads first when a ticket is handed over. */
@TandemRuns
class BriefTest {

    @LocalServerPort
    private int port;

    private JsonNode briefOf(CustomerInChat customer) {
        customer.sees("QUEUE");
        var anna = AgentAtDesk.signsIn(port, "anna");
        return anna.opens(anna.taskOf(customer.ticket())).path("brief");
    }

    @Test
    void whatStandsThereIsNotAskedAgain() {
        var karla = CustomerInChat.writes(port, "en", "Hi! The vase arrived broken. I want to talk to a human.");

        var brief = briefOf(karla);

        assertThat(brief.path("matter").asText()).isEqualTo("The vase arrived broken.");
        assertThat(brief.path("reason").asText()).contains("wants to talk to a person");
        assertThat(brief.path("topic").asText()).isEqualTo("My article arrived damaged");
        assertThat(brief.path("stillToAsk")).extracting(JsonNode::asText).containsExactly("order-number", "photo");

        karla.writes("My order number is WK-12345678");

        assertThat(briefOf(karla).path("stillToAsk"))
                .extracting(JsonNode::asText)
                .containsExactly("photo");
        assertThat(briefOf(karla).path("facts").findValuesAsText("value")).containsExactly("WK-12345678");
    }

    @Test
    void theBriefTellsWhatTheBotTriedAndThatItDidNotHelp() {
        var karla = CustomerInChat.writes(port, "de", "Wann kommt meine Rückerstattung?");
        karla.says(karla.hears("bot"), false);

        var brief = briefOf(karla);

        assertThat(brief.at("/tried/0/title").asText()).isEqualTo("Wann kommt meine Erstattung?");
        assertThat(brief.at("/tried/0/helped").asBoolean(true)).isFalse();
        assertThat(brief.path("mood").asText()).isEqualTo("CALM");
        assertThat(brief.path("language").asText()).isEqualTo("de");
        assertThat(brief.path("summary").isNull()).isTrue();
    }
}
