package io.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.Transactions;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A summary comes later than its brief, when much may have happened. */
@TandemRuns
class BriefsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Briefs briefs;

    @Autowired
    private Transactions transactions;

    private UUID ticket;

    @BeforeEach
    void openTicket() {
        ticket = CustomerInChat.writes(port, "en", "Where is my parcel?").ticket();
    }

    private Brief written(String matter, String at) {
        var brief = new Brief(
                matter, null, null, "NOT_SURE", List.of(), List.of(), null, "en", List.of(), Instant.parse(at));
        transactions.inOne(() -> briefs.keep(ticket, brief));
        return brief;
    }

    @Test
    void aSummaryIsAddedToItsBrief() {
        var brief = written("It is broken", "2026-11-25T10:00:00.123Z");

        transactions.inOne(() -> briefs.summarize(ticket, brief, "The vase is broken"));

        assertThat(briefs.of(ticket)).hasValue(brief.summarizedAs("The vase is broken"));
    }

    @Test
    void aBriefThatWasWrittenAnewKeepsItsOwnWords() {
        var before = written("It is broken", "2026-11-25T10:00:00.123Z");
        var after = written("The new one is broken, too", "2026-11-26T10:00:00.456Z");

        transactions.inOne(() -> briefs.summarize(ticket, before, "The vase is broken"));

        assertThat(briefs.of(ticket)).hasValue(after);
    }
}
