package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.SetTime;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.unit.DataSize;

/** What operators read of channels that work, of those that do not, and of those by which nothing was sent yet. */
@ExtendWith(OutputCaptureExtension.class)
class ChannelHealthTest {

    private static final Status DEGRADED = new Status("DEGRADED");
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private Instant now = NOON;
    private final JdbcClient sql = JdbcClient.create(
            new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    private final Clock clock = SetTime.of(() -> now);
    private final Loft loft = new Loft();
    private final CarrierPigeon pigeon = new CarrierPigeon();
    private final Lines lines = new Lines(List.of(loft, pigeon), List.of());
    private final Backlog backlog = new Backlog(sql);
    private final ChannelHealth health = new ChannelHealth(lines, backlog, clock);
    private final Probes probes = new Probes(lines, backlog, clock);

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
    void whileTheDatabaseIsAwayTheHealthIsWhatWasCountedLast() {
        waits("owl");
        backlog.now();
        sql.sql("shutdown").update();

        assertThat(health.health().getStatus()).isEqualTo(DEGRADED);
        assertThat(String.valueOf(health.health().getDetails().get("owl"))).contains("queue=1");
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
        later(Duration.ofMinutes(1));
        probe();
        assertThat(stateOf(loft)).contains("sending=up");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatMessagesHaveFoundOnlyMessagesEnd() {
        line(loft).failed(new ChannelDown("it takes nothing from us", Duration.ZERO), clock.instant());

        waits(loft.name());
        later(Duration.ofMinutes(1));
        probe();

        assertThat(loft.asked).isZero();
        assertThat(stateOf(loft)).contains("it takes nothing from us");
        line(loft).worked(clock.instant());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    /** The message that found it was given up, and whoever could try it is sent another way. */
    @Test
    void whereNothingIsLeftToTryItIsAskedAgain() {
        line(loft).failed(new ChannelDown("it takes nothing from us"), clock.instant());
        loft.trouble = "it still takes nothing";
        later(Duration.ofMinutes(1));
        probe();
        assertThat(stateOf(loft)).contains("it still takes nothing");

        loft.trouble = null;
        later(Duration.ofMinutes(1));
        probe();

        assertThat(stateOf(loft)).contains("sending=up");
    }

    @Test
    void whatAMessageShowsMeanwhileCountsMore() {
        line(loft).failed(new ChannelDown("it takes nothing from us"), clock.instant());
        later(Duration.ofMinutes(1));
        loft.meanwhile = () -> line(loft).failed(new ChannelDown("it is full"), clock.instant());

        probe();

        assertThat(loft.asked).isOne();
        assertThat(stateOf(loft)).contains("it is full");
    }

    @Test
    void eachTroubleIsToldOnceAndItsEndToo(CapturedOutput log) {
        loft.trouble = "it refuses the password of pigeon one";
        for (int i = 0; i < 3; i++) probeLater();
        loft.trouble = "it is shut for pigeon one";
        for (int i = 0; i < 3; i++) probeLater();
        loft.trouble = null;
        for (int i = 0; i < 3; i++) probeLater();
        loft.meanwhile = () -> {
            throw new IllegalStateException("the ladder of pigeon one is gone");
        };
        line(loft).failed(new ChannelDown("the cat of pigeon one"), clock.instant());
        for (int i = 0; i < 3; i++) probeLater();

        assertThat(log).containsOnlyOnce("it refuses the password of pigeon one");
        assertThat(log).containsOnlyOnce("it is shut for pigeon one");
        assertThat(log).containsOnlyOnce("loft can send again");
        assertThat(log).containsOnlyOnce("the ladder of pigeon one is gone");
    }

    private void probeLater() {
        later(Duration.ofMinutes(10));
        probe();
    }

    @Test
    void aChannelThatCannotReceiveOrThatNobodyConfiguresAnyMoreIsToldToo() {
        health.down(pigeon.name(), "the cat is here");
        assertThat(health.health().getStatus()).isEqualTo(DEGRADED);
        health.up(pigeon.name());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        waits("owl");
        backlog.now();
        assertThat(health.health().getStatus()).isEqualTo(DEGRADED);
        assertThat(String.valueOf(health.health().getDetails().get("owl"))).contains("not connected", "queue=1");
    }

    private void waits(String channel) {
        sql.sql("insert into delivery (channel, state, queued_at) values (?, 'QUEUED', ?)")
                .params(channel, Timestamp.from(NOON))
                .update();
    }

    private void later(Duration by) {
        now = now.plus(by);
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
        private Runnable meanwhile = () -> {};

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
            meanwhile.run();
            if (trouble != null) throw new ChannelDown(trouble);
            return true;
        }
    }
}
