package io.tandem.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of every table has its case. */
class TablesTest {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what happened              | failure   | wants | reopened | mood       | autonomy | rounds | confidence | either | smallTalk | smallTalks | askedBack | helper | reason      | priority | kept
            the bot failed               | botFailed | false | false    | CALM       | OFF      | 0      | 0          | 0      | NONE      | 0          | false     | human  | BOT_FAILED  | 60       | PT20M
            nothing could be read        | botFailed | -     | false    | -          | -        | -      | -          | -      | -         | -          | -         | human  | BOT_FAILED  | 60       | PT20M
            a furious wish               | -         | true  | false    | FURIOUS    | ANSWER   | 0      | 0.9        | 0      | NONE      | 0          | false     | human  | WANTS_HUMAN | 80       | PT5M
            a wish                       | -         | true  | false    | CALM       | ANSWER   | 0      | 0.9        | 0      | NONE      | 0          | false     | human  | WANTS_HUMAN | 60       | PT20M
            the customer came back       | -         | false | true     | CALM       | ANSWER   | 0      | 0.9        | 0      | NONE      | 0          | false     | human  | REOPENED    | 70       | PT1H
            anger                        | -         | false | false    | FURIOUS    | ANSWER   | 0      | 0.9        | 0      | NONE      | 0          | false     | human  | MOOD        | 80       | PT5M
            distress                     | -         | false | false    | DISTRESSED | ANSWER   | 0      | 0.9        | 0      | NONE      | 0          | false     | human  | MOOD        | 80       | PT5M
            annoyance is no anger        | -         | false | false    | ANNOYED    | ANSWER   | 0      | 0.9        | 0      | NONE      | 0          | false     | bot    | SURE        | 50       | PT20M
            a topic that is switched off | -         | false | false    | CALM       | OFF      | 0      | 0.9        | 0      | NONE      | 0          | false     | human  | TOPIC       | 60       | PT20M
            a topic for people           | -         | false | false    | CALM       | SUGGEST  | 0      | 0.9        | 0      | NONE      | 0          | false     | human  | TOPIC       | 60       | PT20M
            three answers did not help   | -         | false | false    | CALM       | ANSWER   | 3      | 0.9        | 0      | NONE      | 0          | false     | human  | NOT_HELPED  | 60       | PT20M
            nothing better to say        | -         | false | false    | CALM       | ANSWER   | 1      | 0.69       | 0      | NONE      | 0          | false     | human  | NOT_HELPED  | 60       | PT20M
            sure                         | -         | false | false    | CALM       | ANSWER   | 0      | 0.7        | 0      | NONE      | 0          | false     | bot    | SURE        | 50       | PT20M
            sure in the third round      | -         | false | false    | CALM       | ANSWER   | 2      | 0.7        | 0      | NONE      | 0          | false     | bot    | SURE        | 50       | PT20M
            not sure                     | -         | false | false    | CALM       | ANSWER   | 0      | 0.69       | 0      | NONE      | 0          | false     | human  | NOT_SURE    | 50       | PT20M
            no topic at all              | -         | false | false    | CALM       | OFF      | 0      | 0          | 0      | NONE      | 0          | false     | human  | NOT_SURE    | 50       | PT20M
            thanks for an answer         | -         | false | false    | CALM       | ANSWER   | 1      | 0          | 0      | THANKS    | 0          | false     | bot    | THANKED     | 50       | PT20M
            thanks for the third answer  | -         | false | false    | CALM       | OFF      | 3      | 0          | 0      | THANKS    | 2          | true      | bot    | THANKED     | 50       | PT20M
            thanks without end           | -         | false | false    | CALM       | OFF      | 1      | 0          | 0      | THANKS    | 3          | false     | human  | NOT_SURE    | 50       | PT20M
            thanks for nothing           | -         | false | false    | CALM       | OFF      | 0      | 0          | 0      | THANKS    | 0          | false     | bot    | GREETED     | 50       | PT20M
            a greeting                   | -         | false | false    | CALM       | OFF      | 0      | 0          | 0      | GREETING  | 0          | false     | bot    | GREETED     | 50       | PT20M
            a greeting after an answer   | -         | false | false    | CALM       | ANSWER   | 1      | 0          | 0      | GREETING  | 0          | false     | bot    | GREETED     | 50       | PT20M
            the second greeting          | -         | false | false    | CALM       | OFF      | 0      | 0          | 0      | GREETING  | 1          | false     | human  | NOT_SURE    | 50       | PT20M
            a furious greeting           | -         | false | false    | FURIOUS    | OFF      | 0      | 0          | 0      | GREETING  | 0          | false     | human  | MOOD        | 80       | PT5M
            between two topics           | -         | false | false    | CALM       | ANSWER   | 0      | 0.69       | 0.7    | NONE      | 0          | false     | bot    | BETWEEN_TWO | 50       | PT20M
            between more than two        | -         | false | false    | CALM       | ANSWER   | 0      | 0.69       | 0.69   | NONE      | 0          | false     | human  | NOT_SURE    | 50       | PT20M
            asked once already           | -         | false | false    | CALM       | ANSWER   | 0      | 0.69       | 0.9    | NONE      | 0          | true      | human  | NOT_SURE    | 50       | PT20M
            greeted, then between two    | -         | false | false    | CALM       | ANSWER   | 0      | 0.69       | 0.9    | NONE      | 1          | false     | bot    | BETWEEN_TWO | 50       | PT20M
            between topics for people    | -         | false | false    | CALM       | SUGGEST  | 0      | 0.59       | 0.9    | NONE      | 0          | false     | human  | NOT_SURE    | 50       | PT20M
            sure, though two are near    | -         | false | false    | CALM       | ANSWER   | 0      | 0.7        | 0.9    | NONE      | 0          | false     | bot    | SURE        | 50       | PT20M
            """)
    void whoHelps(
            String what,
            String failure,
            Boolean wants,
            Boolean reopened,
            String mood,
            String autonomy,
            Integer rounds,
            Double confidence,
            Double either,
            String smallTalk,
            Integer smallTalks,
            Boolean askedBack,
            String helper,
            String reason,
            int priority,
            String kept)
            throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("failure", failure);
        inputs.put("wantsHuman", wants);
        inputs.put("reopened", reopened);
        inputs.put("mood", mood);
        inputs.put("autonomy", autonomy);
        inputs.put("rounds", rounds);
        inputs.put("confidence", confidence);
        inputs.put("either", either);
        inputs.put("smallTalk", smallTalk);
        inputs.put("smallTalks", smallTalks);
        inputs.put("askedBack", askedBack);
        inputs.put("topic", "refund-status");

        var decided = decide("who-helps", inputs);

        assertThat(decided.<String>getEntry("helper")).isEqualTo(helper);
        assertThat(decided.<String>getEntry("reason")).isEqualTo(reason);
        assertThat(decided.<Integer>getEntry("priority")).isEqualTo(priority);
        assertThat(decided.<String>getEntry("keepFor")).isEqualTo(kept);
    }

    @Test
    void theGroupThatKnowsTheTopicIsAsked() throws IOException {
        assertThat(skillFor("payment-difficulty", 0.9)).isEqualTo("payments");
        assertThat(skillFor("refund-status", 0.9)).isEqualTo("agents");
    }

    @Test
    void aTopicThatWasHardlyRecognizedMisleadsNobody() throws IOException {
        assertThat(skillFor("payment-difficulty", 0.3)).isEqualTo("agents");
        assertThat(decide("who-helps", about("payment-difficulty", 0.3)).<Object>getEntry("topic"))
                .isNull();
        assertThat(decide("who-helps", about("payment-difficulty", 0.9)).<Object>getEntry("topic"))
                .isEqualTo("payment-difficulty");
    }

    private static String skillFor(String topic, double confidence) throws IOException {
        return decide("who-helps", about(topic, confidence)).getEntry("skill");
    }

    private static Map<String, Object> about(String topic, double confidence) {
        var inputs = new HashMap<String, Object>();
        inputs.put("failure", null);
        inputs.put("wantsHuman", true);
        inputs.put("reopened", false);
        inputs.put("mood", "CALM");
        inputs.put("autonomy", "ANSWER");
        inputs.put("rounds", 0);
        inputs.put("confidence", confidence);
        inputs.put("topic", topic);
        inputs.put("either", 0.0);
        inputs.put("smallTalk", "NONE");
        inputs.put("smallTalks", 0);
        inputs.put("askedBack", false);
        return inputs;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(nullValues = "-", textBlock = """
            # priority, channel, respond, warn before, resolve, warn before
            100,        web,     PT30M,   PT10M,       PT8H,    PT2H
            80,         web,     PT30M,   PT10M,       PT8H,    PT2H
            80,         mail,    PT1H,    PT20M,       PT8H,    PT2H
            80,         -,       PT1H,    PT20M,       PT8H,    PT2H
            79,         web,     PT2H,    PT30M,       PT16H,   PT4H
            60,         web,     PT2H,    PT30M,       PT16H,   PT4H
            60,         mail,    PT4H,    PT1H,        PT16H,   PT4H
            59,         web,     PT4H,    PT1H,        PT24H,   PT4H
            59,         mail,    PT8H,    PT2H,        PT24H,   PT4H
            0,          -,       PT8H,    PT2H,        PT24H,   PT4H
            """)
    void serviceLevel(
            int priority, String channel, String respond, String warn, String resolve, String warnOfResolution)
            throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("priority", priority);
        inputs.put("channel", channel);

        var decided = decide("service-level", inputs);

        assertThat(decided.<String>getEntry("answerWithin")).isEqualTo(respond);
        assertThat(decided.<String>getEntry("warnBefore")).isEqualTo(warn);
        assertThat(decided.<String>getEntry("resolveWithin")).isEqualTo(resolve);
        assertThat(decided.<String>getEntry("resolveWarnBefore")).isEqualTo(warnOfResolution);
    }

    @Test
    void agentsAreWarnedBeforeTheTimeIsUpAndAnswerBeforeTheyResolve() throws IOException {
        for (var channel : new String[] {"web", "mail"}) {
            for (var priority : new int[] {50, 60, 80}) {
                var decided = decide("service-level", Map.of("priority", priority, "channel", channel));
                assertThat(time(decided, "warnBefore")).isLessThan(time(decided, "answerWithin"));
                assertThat(time(decided, "resolveWarnBefore")).isLessThan(time(decided, "resolveWithin"));
                assertThat(time(decided, "answerWithin")).isLessThan(time(decided, "resolveWithin"));
            }
        }
    }

    private static Duration time(DmnDecisionRuleResult decided, String output) {
        return Duration.parse(decided.getEntry(output));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "WITHDRAWN, -, -, false",
                "AGENT, -, -, true",
                "AGENT, WANTS_HUMAN, -, true",
                "AGENT, AUTOMATIC, -, false",
                "BOT_CONFIRMED, -, 7, true",
                "UNCONFIRMED, -, 6, false",
                "AGENT, MOOD, 0, false"
            })
    void survey(String resolution, String handover, Integer days, boolean ask) throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("resolution", resolution);
        inputs.put("handover", handover);
        inputs.put("daysSinceAsked", days);

        var decided = decide("survey", inputs);

        assertThat(decided.<Boolean>getEntry("ask")).isEqualTo(ask);
        assertThat(decided.<Integer>getEntry("badUpTo")).isEqualTo(2);
    }

    private static DmnDecisionRuleResult decide(String table, Map<String, Object> inputs) throws IOException {
        try (InputStream file = Files.newInputStream(Stage.PROCESSES.resolve(table + ".dmn"))) {
            var decision = DMN.parseDecision(table, file);
            return DMN.evaluateDecisionTable(decision, Variables.fromMap(inputs))
                    .getSingleResult();
        }
    }
}
