package io.tandem.insight.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tandem.insight.InsightSettings;
import io.tandem.insight.step.StepFigures.OfProcess;
import io.tandem.insight.step.StepFigures.OfStep;
import io.tandem.insight.step.Way.How;
import io.tandem.process.Diagrams;
import io.tandem.process.Transactions;
import io.tandem.story.TandemRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an owner learns of the steps in which people work: the service, and nobody's speed. */
@TandemRuns
class PeoplesStepsAreProtectedTest {

    private static final Duration QUICK = Duration.ofMinutes(5);
    private static final Duration SLOW = Duration.ofHours(2);

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Diagrams diagrams;

    @Autowired
    private History history;

    @Autowired
    private Blocks blocks;

    @Autowired
    private Transactions transactions;

    @Autowired
    private InsightSettings settings;

    @Test
    void everythingInAProcessOfPeopleTheCallsOfItAndWhatFollowsUntilTheCustomersNextWord() {
        var steps = new PeoplesSteps(diagrams.live());

        assertThat(List.of("userTask_help", "serviceTask_sendReply", "gateway_nextStep"))
                .allMatch(step -> steps.contains("human-escalation", step));
        assertThat(List.of("callActivity_humanEscalation", "callActivity_winBack", "gateway_badlyRated"))
                .allMatch(step -> steps.contains("ticket", step));
        assertThat(List.of(
                        "serviceTask_understandRequest",
                        "gateway_whoHelps",
                        "callActivity_botAttempt",
                        "boundaryEvent_customerWritesAgain"))
                .noneMatch(step -> steps.contains("ticket", step));
        assertThat(steps.contains("bot-attempt", "serviceTask_findAnswer")).isFalse();
        assertThat(steps.contains("satisfaction-survey", "serviceTask_askForRating"))
                .isFalse();
    }

    @Test
    void fourAgentsAreTooFew() {
        var monday = LocalDate.of(2021, 3, 1);
        var week = new PastWeek(sql, monday);
        for (int i = 0; i < 4; i++) week.helps("quick" + i, 10, QUICK);

        assertThat(help(look(monday, 7))).satisfies(PeoplesStepsAreProtectedTest::tellsNothing);
        assertThat(stored(monday)).isZero();
    }

    @Test
    void fiveAgentsAreToldTogetherAndInFives() {
        var monday = LocalDate.of(2021, 4, 5);
        var week = new PastWeek(sql, monday);
        for (int i = 0; i < 5; i++) week.helps("agent" + i, 10, QUICK);
        week.helps("agent0", 1, SLOW);

        var figures = look(monday, 7);

        assertThat(help(figures).times()).isEqualTo(50);
        assertThat(help(figures).median()).isCloseTo(300, within(18.0));
        assertThat(help(figures).slowest()).isCloseTo(300, within(18.0));
        assertThat(of(figures, PastWeek.NEXT).onward())
                .containsExactly(new StepFigures.Onward(How.FLOW, PastWeek.SEND, 50));
    }

    @Test
    void whoStandsForMoreThanHalfIsNotTold() {
        var monday = LocalDate.of(2021, 5, 3);
        var week = new PastWeek(sql, monday);
        for (int i = 0; i < 5; i++) week.helps("few" + i, 2, QUICK);
        week.helps("most", 12, SLOW);

        assertThat(help(look(monday, 7))).satisfies(PeoplesStepsAreProtectedTest::tellsNothing);
    }

    @Test
    void aWayThatOneAgentTakesIsNotNamed() {
        var monday = LocalDate.of(2021, 6, 7);
        var week = new PastWeek(sql, monday);
        for (int i = 0; i < 6; i++) week.helps("team" + i, 10, QUICK);
        week.passesOn("team0", 10, QUICK);

        var figures = look(monday, 7);

        assertThat(of(figures, PastWeek.NEXT).onward())
                .containsExactly(
                        new StepFigures.Onward(How.FLOW, PastWeek.SEND, 60),
                        new StepFigures.Onward(How.RARE, null, 10));
        assertThat(of(figures, PastWeek.AGAIN)).satisfies(PeoplesStepsAreProtectedTest::tellsNothing);
    }

    @Test
    void aWeekOfFewDoesNotShowBesideAWeekOfMany() {
        var monday = LocalDate.of(2021, 7, 5);
        var many = new PastWeek(sql, monday);
        for (int i = 0; i < 5; i++) many.helps("summer" + i, 10, QUICK);
        new PastWeek(sql, monday.plusWeeks(1)).helps("alone", 30, SLOW);
        count(new Block(monday, Block.WEEK));
        count(new Block(monday.plusWeeks(1), Block.WEEK));

        var both = figuresOn(monday.plusWeeks(2), 30);

        assertThat(both.weeks()).isEqualTo(4);
        assertThat(help(both).times()).isEqualTo(50);
        assertThat(help(both).slowest()).isLessThan(400);
        assertThat(help(figuresOn(monday.plusWeeks(2), 7))).satisfies(PeoplesStepsAreProtectedTest::tellsNothing);
    }

    @Test
    void theRunningWeekIsNotToldAndNoDayEither() {
        var monday = LocalDate.of(2021, 8, 2);
        var week = new PastWeek(sql, monday);
        for (int i = 0; i < 5; i++) week.helps("august" + i, 10, QUICK);
        count(new Block(monday, Block.DAY));

        assertThat(help(figuresOn(monday.plusDays(1), 7))).satisfies(PeoplesStepsAreProtectedTest::tellsNothing);
        assertThat(stored(monday)).isZero();
    }

    @Test
    void agentsCanReadThatSomebodyLooked() {
        var monday = LocalDate.of(2021, 9, 6);
        figuresOn(monday, 7);
        figuresOn(monday, 30);

        assertThat(sql.sql("select looked_by, process, shown from step_look where looked_on = '2021-09-06'")
                        .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getBoolean(3)))
                        .list())
                .containsExactly(List.of("otto", "human-escalation", false));
    }

    private OfProcess look(LocalDate monday, int days) {
        count(new Block(monday, Block.WEEK));
        return figuresOn(monday.plusWeeks(1), days);
    }

    private void count(Block block) {
        var tallies = history.count(block, PastWeek.ZONE);
        transactions.inOne(() -> blocks.keep(block, tallies, Instant.EPOCH));
    }

    private OfProcess figuresOn(LocalDate day, int days) {
        var clock = Clock.fixed(day.atTime(9, 0).atZone(PastWeek.ZONE).toInstant(), PastWeek.ZONE);
        var looks = new StepLooks(sql, transactions, settings, clock);
        return new StepFigures(diagrams, blocks, new Today(history, settings, clock), looks, settings, clock)
                .look("human-escalation", days, "otto")
                .orElseThrow();
    }

    private static OfStep help(OfProcess figures) {
        return of(figures, PastWeek.HELP);
    }

    private static OfStep of(OfProcess figures, String step) {
        return figures.steps().stream()
                .filter(found -> found.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static void tellsNothing(OfStep step) {
        assertThat(step).isEqualTo(new OfStep(step.step(), true, true, 0, null, null, List.of()));
    }

    private long stored(LocalDate firstDay) {
        return sql.sql("select count(*) from step_time where first_day = ? and process = 'human-escalation'")
                .param(firstDay)
                .query(Long.class)
                .single();
    }
}
