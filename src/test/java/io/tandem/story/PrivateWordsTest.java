package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The log is read by many and kept by others: what customers and agents say does not stand in it. */
@TandemRuns
class PrivateWordsTest {

    /** Each appears in one place of the story, and nowhere else in this shop. */
    private static final List<String> PRIVATE = List.of(
            "Xanthippe",
            "quittenmarmelade",
            "xanthippe@quitten.example",
            "0171 5550137",
            "WK-77665544",
            "zwetschgenmus",
            "rhabarberkompott",
            "mirabellenschnaps",
            "holunder.txt");

    @LocalServerPort
    private int port;

    @Test
    void aWholeTicketLeavesNoWordInTheLog() {
        try (var log = WholeLog.isRead()) {
            var xanthippe = opens("Wann kommt meine Rückerstattung für quittenmarmelade?");
            xanthippe.hears("bot");
            xanthippe.writes("Ruft mich an: 0171 5550137 oder xanthippe@quitten.example, Bestellung WK-77665544");
            xanthippe.sends("Hier ist ein Foto", "holunder.txt", "mirabellenschnaps".getBytes(StandardCharsets.UTF_8));
            xanthippe.asksForAPerson();
            var anna = AgentAtDesk.signsIn(port, "anna");
            var task = anna.taskOf(xanthippe.ticket());
            anna.opens(task);
            anna.notes(task, "Kundin wünscht zwetschgenmus");
            assertThat(anna.replies(task, "Es kommt rhabarberkompott", "resolve")
                            .status())
                    .isEqualTo(200);
            xanthippe.isAskedForARating();
            xanthippe.rates(1, "Ich wollte quittenmarmelade");
            xanthippe.sees("QUEUE");

            LoggerFactory.getLogger(PrivateWordsTest.class).info("This is read");
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("This is read"))
                    .noneMatch(PrivateWordsTest::isPrivate);
        }
    }

    private CustomerInChat opens(String text) {
        var opened = new Http(port)
                .send("POST", "/api/tickets", Map.of("text", text, "language", "de", "name", "Xanthippe"));
        assertThat(opened.status()).isEqualTo(201);
        return CustomerInChat.returns(
                port,
                UUID.fromString(opened.body().path("ticket").asText()),
                opened.body().path("token").asText());
    }

    private static boolean isPrivate(String line) {
        return PRIVATE.stream().anyMatch(line::contains);
    }
}
