package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.bot.EarnedAutonomy.RatingSum;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.story.SetTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarnedAutonomyTest {

    private static final String TOPIC = "refund-status";

    private final Articles articles = TestKnowledge.articles();
    private final RatedTickets tickets = new RatedTickets();

    @Test
    void theBotAnswersWhileNobodyKnowsBetter() {
        assertThat(autonomy()).isEqualTo(Autonomy.ANSWER);
    }

    @Test
    void aTopicThatPeopleDoBetterIsTakenFromTheBot() {
        tickets.rated(TOPIC, "BOT_CONFIRMED", times(15, 3));
        tickets.rated(TOPIC, "UNCONFIRMED", times(5, 2));
        tickets.rated(TOPIC, "AGENT", times(20, 5));

        assertThat(autonomy()).isEqualTo(Autonomy.SUGGEST);
        assertThat(tickets.earned(articles).in("track-parcel")).isEqualTo(Autonomy.ANSWER);
    }

    /** Whoever asks first after the minute gets what was known; what the ratings say now is there soon after. */
    @Test
    void noCustomerWaitsUntilTheRatingsAreCountedAgain() {
        var looks = new CountedLooks();
        var earned = tickets.earned(articles, SetTime.of(looks));
        assertThat(earned.in(TOPIC)).isEqualTo(Autonomy.ANSWER);
        tickets.rated(TOPIC, "BOT_CONFIRMED", times(20, 2));
        tickets.rated(TOPIC, "AGENT", times(20, 5));
        assertThat(earned.in(TOPIC)).isEqualTo(Autonomy.ANSWER);

        looks.now = RatedTickets.NOW.plus(Duration.ofSeconds(61));

        earned.in(TOPIC);
        await().untilAsserted(() -> assertThat(earned.in(TOPIC)).isEqualTo(Autonomy.SUGGEST));
        assertThat(looks.whoCounted).containsExactly(Thread.currentThread().getName(), "earned-autonomy");
    }

    @Test
    void afterALongPauseOldRatingsAreNotTrusted() {
        var looks = new CountedLooks();
        var earned = tickets.earned(articles, SetTime.of(looks));
        assertThat(earned.in(TOPIC)).isEqualTo(Autonomy.ANSWER);
        tickets.rated(TOPIC, "BOT_CONFIRMED", times(20, 2));
        tickets.rated(TOPIC, "AGENT", times(20, 5));

        looks.now = RatedTickets.NOW.plus(Duration.ofMinutes(11));

        assertThat(earned.in(TOPIC)).isEqualTo(Autonomy.SUGGEST);
    }

    /** Whoever counts ratings asks it up to when they count. */
    private static final class CountedLooks implements InstantSource {

        private final List<String> whoCounted = new CopyOnWriteArrayList<>();
        private volatile Instant now = RatedTickets.NOW;

        @Override
        public long millis() {
            return now.toEpochMilli();
        }

        @Override
        public Instant instant() {
            whoCounted.add(Thread.currentThread().getName());
            return now;
        }
    }

    @Test
    void aBotThatIsRatedAsWellKeepsIt() {
        tickets.rated(TOPIC, "BOT_CONFIRMED", mixed(40, 5, 4, 5, 3));
        tickets.rated(TOPIC, "AGENT", mixed(40, 5, 4, 4, 5));

        assertThat(autonomy()).isEqualTo(Autonomy.ANSWER);
    }

    @Test
    void nineteenRatingsAreTooFewToJudge() {
        tickets.rated(TOPIC, "BOT_CONFIRMED", times(19, 1));
        tickets.rated(TOPIC, "AGENT", times(30, 5));

        assertThat(autonomy()).isEqualTo(Autonomy.ANSWER);
    }

    @Test
    void oldAndWithdrawnTicketsSayNothing() {
        tickets.ratedLongAgo(TOPIC, "BOT_CONFIRMED", times(30, 1));
        tickets.rated(TOPIC, "WITHDRAWN", times(30, 1));
        tickets.rated(TOPIC, "AGENT", times(30, 5));

        assertThat(autonomy()).isEqualTo(Autonomy.ANSWER);
    }

    @Test
    void anAgentsAmendsDoNotWashTheBotsRatingAway() {
        for (int i = 0; i < 20; i++) tickets.ratedThenWonBack(TOPIC, 1, 5);

        assertThat(autonomy()).isEqualTo(Autonomy.SUGGEST);
    }

    @Test
    void ratingsNeverRaiseWhatTheArticleAllows() {
        tickets.rated("identity-fraud", "BOT_CONFIRMED", times(30, 5));
        tickets.rated("identity-fraud", "AGENT", times(30, 1));

        assertThat(tickets.earned(articles).in("identity-fraud")).isEqualTo(Autonomy.SUGGEST);
    }

    @Test
    void welchDecidesAsTheTablesDo() {
        // t(0.95; 38) = 1.686: with equal variances of 1 and 20 each the border is a difference of 0.533.
        assertThat(new RatingSum(20, 4.0, 1).clearlyBelow(new RatingSum(20, 4.53, 1)))
                .isFalse();
        assertThat(new RatingSum(20, 4.0, 1).clearlyBelow(new RatingSum(20, 4.54, 1)))
                .isTrue();
        assertThat(new RatingSum(20, 4.0, 0).clearlyBelow(new RatingSum(20, 4.0, 0)))
                .isFalse();
        assertThat(new RatingSum(20, 4.9, 0).clearlyBelow(new RatingSum(20, 5.0, 0)))
                .isTrue();
        assertThat(new RatingSum(20, 5.0, 0.1).clearlyBelow(new RatingSum(20, 3.0, 0.1)))
                .isFalse();
    }

    private Autonomy autonomy() {
        return tickets.earned(articles).in(TOPIC);
    }

    private static int[] times(int count, int score) {
        return IntStream.range(0, count).map(i -> score).toArray();
    }

    private static int[] mixed(int count, int... scores) {
        return IntStream.range(0, count).map(i -> scores[i % scores.length]).toArray();
    }
}
