package io.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.desk.Presence.Reader;
import io.tandem.desk.Presence.State;
import io.tandem.live.LiveStreams;
import io.tandem.node.Neighbours;
import io.tandem.story.SetTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final Neighbours NOBODY = (kind, content) -> {};

    private final UUID ticket = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final Presence presence = new Presence(new LiveStreams(NOBODY), NOBODY, SetTime.of(() -> now));

    @Test
    void aPageThatGoesWithoutAWordLeavesNothingBehind() {
        presence.is(ticket, "anna", "a", State.READING);
        presence.forget();
        assertThat(presence.ticketsInMemory()).isEqualTo(1);

        now = now.plusSeconds(41);
        presence.forget();

        assertThat(presence.ticketsInMemory()).isZero();
    }

    @Test
    void colleaguesSeeOneAnotherAndNotThemselves() {
        presence.is(ticket, "anna", "a", State.READING);
        presence.is(ticket, "ben", "b", State.TYPING);

        assertThat(presence.others(ticket, "anna")).containsExactly(new Reader("ben", true));
        assertThat(presence.others(ticket, "ben")).containsExactly(new Reader("anna", false));
        assertThat(presence.others(UUID.randomUUID(), "anna")).isEmpty();
    }

    @Test
    void whoTypesInOneOfTwoPagesTypesAndIsThereUntilBothAreGone() {
        presence.is(ticket, "ben", "1", State.TYPING);
        presence.is(ticket, "ben", "2", State.READING);
        assertThat(presence.others(ticket, "anna")).containsExactly(new Reader("ben", true));

        presence.is(ticket, "ben", "1", State.GONE);
        assertThat(presence.others(ticket, "anna")).containsExactly(new Reader("ben", false));

        presence.is(ticket, "ben", "2", State.GONE);
        assertThat(presence.others(ticket, "anna")).isEmpty();
    }

    @Test
    void aPageThatSaysNothingAnyMoreIsForgotten() {
        presence.is(ticket, "ben", "b", State.TYPING);

        now = now.plus(Duration.ofSeconds(39));
        assertThat(presence.others(ticket, "anna")).hasSize(1);
        now = now.plus(Duration.ofSeconds(2));

        assertThat(presence.others(ticket, "anna")).isEmpty();
    }
}
