package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.unit.DataSize;

/** What operators read of channels that work, of those that do not, and of those by which nothing was sent yet. */
class ChannelHealthTest {

    private static final Status DEGRADED = new Status("DEGRADED");
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final JdbcClient sql = JdbcClient.create(
            new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    private final Clock clock = Clock.systemUTC();
    private final Loft loft = new Loft();
    private final CarrierPigeon pigeon = new CarrierPigeon();
    private final Lines lines = new Lines(List.of(loft, pigeon), List.of());
    private final ChannelHealth health = new ChannelHealth(lines, new Backlog(sql), clock);
    private final Probes probes = new Probes(lines, clock);

    @BeforeEach
    void nothingWaits() {
        sql.sql("create table delivery (channel varchar(40), state varchar(10), queued_at timestamp with time zone,"
                        + " awaits_customer timestamp with time zone)")
                .update();
    }

    @Test
    void nobodyClaimsThatWhatWasNeverTriedWorks() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(stateOf(loft)).contains("sending=not tried yet");
    }

    @Test
    void whatCanBeAskedIsAskedAtTheStartAndTheOthersAreLeftToTheirFirstMessage() {
        probe();

        assertThat(stateOf(loft)).contains("sending=up");
        assertThat(stateOf(pigeon)).contains("sending=not tried yet");
        assertThat(loft.asked).isOne();
        probe();
        assertThat(loft.asked).isOne();
    }

    @Test
    void aWrongPasswordIsToldBeforeAnybodyWaits() {
        loft.trouble = "it refuses our user or password";
        probe();
        assertThat(stateOf(loft)).contains("down since", "it refuses our user or password");
        assertThat(health.health().getStatus()).isEqualTo(DEGRADED);

        loft.trouble = null;
        probe();
        assertThat(loft.asked).isOne(); // it pauses
        line(loft).answersProbe();
        assertThat(stateOf(loft)).contains("sending=up");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatMessagesHaveFoundOnlyMessagesEnd() {
        line(loft).failed(new ChannelDown("it takes nothing from us", Duration.ZERO), clock.instant());

        probe();
        line(loft).answersProbe();

        assertThat(loft.asked).isZero();
        assertThat(stateOf(loft)).contains("it takes nothing from us");
        line(loft).worked(clock.instant());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aChannelThatCannotReceiveOrThatNobodyConfiguresAnyMoreIsToldToo() {
        health.down(pigeon.name(), "the cat is here");
        assertThat(health.health().getStatus()).isEqualTo(DEGRADED);
        health.up(pigeon.name());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        sql.sql("insert into delivery (channel, state, queued_at) values ('owl', 'QUEUED', ?)")
                .param(Timestamp.from(NOON))
                .update();
        assertThat(health.health().getStatus()).isEqualTo(DEGRADED);
        assertThat(String.valueOf(health.health().getDetails().get("owl"))).contains("not connected", "queue=1");
    }

    private void probe() {
        probes.takeAll();
    }

    private ChannelLine line(Channel channel) {
        return lines.find(channel.name()).orElseThrow();
    }

    private String stateOf(Channel channel) {
        return String.valueOf(health.health().getDetails().get(channel.name()));
    }

    /** Where one can knock before a message is sent. */
    private static final class Loft implements Channel {

        private int asked;
        private @Nullable String trouble;

        @Override
        public String name() {
            return "loft";
        }

        @Override
        public Abilities abilities() {
            return new Abilities(Markup.PLAIN, 300, 3, 20, DataSize.ofMegabytes(1));
        }

        @Override
        public Receipt send(Outgoing message) {
            return Receipt.NONE;
        }

        @Override
        public boolean probe() {
            asked++;
            if (trouble != null) throw new ChannelDown(trouble);
            return true;
        }
    }
}
