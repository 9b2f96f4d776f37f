package io.tandem.bot;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tandem.bot.Understanding.Autonomy;
import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the bot answer a topic only while customers rate it no worse there than people. A topic that lost the right gets
 * another try when the ratings that took it are too old to count; till then people answer it with the bot's help.
 */
@Component
class EarnedAutonomy {

    private static final int RATINGS_NEEDED = 20;
    /** Then the ratings are counted again, beside the answer that asks: no customer waits for a topic's 90 days. */
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);
    /** Of a topic that nobody has asked about for so long, the next answer waits for the count. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private static final int MOST_TOPICS = 10_000;

    /**
     * A reopened ticket goes to a person, so only its first resolution can be the bot's; it was, if no person had
     * written before the rating. The ticket itself knows its latest resolution only.
     */
    private static final String RATINGS = """
            select by_bot, count(*) as n, avg(cast(score as double precision)) as mean,
                   coalesce(var_samp(cast(score as double precision)), 0) as variance
            from (select r.score,
                         case when r.resolution > 1 then false
                              when t.resolutions = 1 then t.resolution <> 'AGENT'
                              else not exists (select 1 from message m where m.ticket = r.ticket
                                               and m.author = 'AGENT' and m.written_at < r.rated_at)
                         end as by_bot
                  from rating r join ticket t on t.id = r.ticket
                  where t.topic = ? and r.rated_at > ?
                    and (r.resolution < t.resolutions or t.resolution in ('BOT_CONFIRMED', 'UNCONFIRMED', 'AGENT'))) rated
            group by by_bot
            """;

    private final Articles articles;
    private final JdbcClient sql;
    private final Clock clock;
    private final Duration ratingsCount;
    private final ExecutorService counting = Executors.newSingleThreadExecutor(EarnedAutonomy::thread);
    private final LoadingCache<String, Boolean> worseThanPeople;

    EarnedAutonomy(Articles articles, JdbcClient sql, Clock clock, BotSettings settings) {
        this.articles = articles;
        this.sql = sql;
        this.clock = clock;
        ratingsCount = settings.ratingsCount();
        worseThanPeople = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(counting)
                .refreshAfterWrite(TRUSTED_FOR)
                .expireAfterWrite(KNOWN_FOR)
                .maximumSize(MOST_TOPICS)
                .build(this::isWorse);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "earned-autonomy");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        counting.shutdownNow();
    }

    /**
     * How far the bot may go in the topic now. What the ratings say is about a minute old in a topic that is asked about all
     * the time, and never older than ten.
     */
    Autonomy in(String topic) {
        var ceiling = articles.ceilingIn(topic);
        return ceiling == Autonomy.ANSWER && worseThanPeople.get(topic) ? Autonomy.SUGGEST : ceiling;
    }

    private boolean isWorse(String topic) {
        var bot = RatingSum.NONE;
        var people = RatingSum.NONE;
        for (var row : rows(topic)) {
            if (row.byBot()) {
                bot = row.ratings();
            } else {
                people = row.ratings();
            }
        }
        return bot.count() >= RATINGS_NEEDED && people.count() >= RATINGS_NEEDED && bot.clearlyBelow(people);
    }

    private record Row(boolean byBot, RatingSum ratings) {}

    private List<Row> rows(String topic) {
        return sql.sql(RATINGS)
                .param(topic)
                .param(Timestamp.from(clock.instant().minus(ratingsCount)))
                .query((row, n) -> new Row(
                        row.getBoolean("by_bot"),
                        new RatingSum(row.getLong("n"), row.getDouble("mean"), row.getDouble("variance"))))
                .list();
    }

    /** Many ratings, summed up. */
    record RatingSum(long count, double mean, double variance) {

        static final RatingSum NONE = new RatingSum(0, 0, 0);
        private static final double Z_95 = 1.6449;

        /**
         * Whether the mean lies below the other one beyond chance, by Welch's one-sided t-test at 95 % (B. L. Welch,
         * "The generalization of 'Student's' problem when several different population variances are involved",
         * Biometrika 34, 1947, with the degrees of freedom of Satterthwaite, Biometrics Bulletin 2, 1946).
         */
        boolean clearlyBelow(RatingSum other) {
            var mine = variance / count;
            var others = other.variance / other.count;
            var freedom =
                    Math.pow(mine + others, 2) / (mine * mine / (count - 1) + others * others / (other.count - 1));
            var error = Math.sqrt(mine + others);
            return error == 0 ? mean < other.mean : (other.mean - mean) / error > quantile(freedom);
        }

        /** Student's t for 95 %, by Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5. */
        private static double quantile(double freedom) {
            var z3 = Math.pow(Z_95, 3);
            var z5 = Math.pow(Z_95, 5);
            return Z_95 + (z3 + Z_95) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * Z_95) / (96 * freedom * freedom);
        }
    }
}
