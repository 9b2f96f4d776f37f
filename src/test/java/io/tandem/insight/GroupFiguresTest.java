package io.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.Accounts;
import io.tandem.process.Accounts.Account;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.story.TandemRuns;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month of a shop with two teams, as leads and owners see it, and who can read that they looked. */
@TandemRuns
@TestInstance(Lifecycle.PER_CLASS)
class GroupFiguresTest {

    private static final YearMonth MONTH = YearMonth.of(2020, 3);

    @Autowired
    private List<Source> sources;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Transactions transactions;

    @Autowired
    private InsightSettings settings;

    @Autowired
    private GroupFigures figures;

    @Autowired
    private MyWork work;

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    private final List<String> made = new ArrayList<>();

    /** Six in the warehouse, four in the workshop; all of them are agents. One more did next to nothing. */
    @BeforeAll
    void aMonth() {
        var shift = new Shift(sql, MONTH);
        for (int i = 0; i < 6; i++) shift.helps(agent("warehouse" + i, "warehouse"), 5 + i, 4);
        for (int i = 0; i < 4; i++) shift.helps(agent("workshop" + i, "workshop"), 6, 2);
        shift.helps(agent("newcomer", "warehouse"), 4, 1);
        drawUp(Shift.at(MONTH.plusMonths(1), 7));
        assertThat(figures.months()).doesNotContain(MONTH);
        drawUp(Shift.at(MONTH.plusMonths(1), 8));
    }

    private String agent(String name, String group) {
        accounts.save(new Account(name, name, Set.of(Staff.AGENTS, group), true), "secret");
        made.add(name);
        return name;
    }

    private void drawUp(Instant now) {
        new DrawUp(sources, staff, sql, transactions, settings, Clock.fixed(now, settings.timeZone()))
                .drawUpWhatIsDue();
    }

    @AfterAll
    void leave() {
        made.forEach(identity::deleteUser);
        identity.deleteGroup("warehouse");
        identity.deleteGroup("workshop");
    }

    private Map<Figure, Amount> of(String group) {
        return figures.look(MONTH, "lea").orElseThrow().groups().stream()
                .filter(found -> found.group().id().equals(group))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    @Test
    void allAgentsTogetherAreShown() {
        assertThat(of(Staff.AGENTS))
                .containsEntry(Figure.TICKETS, new Amount(45 + 24, 45 + 24))
                .containsEntry(Figure.RESOLVED, new Amount(69, 69))
                .containsEntry(Figure.TAKEN, new Amount(69, 69 * 60))
                .containsEntry(Figure.FIRST_REPLY, new Amount(69, 69 * 120))
                .containsEntry(Figure.RATINGS, new Amount(69, 45 * 4 + 24 * 2));
    }

    @Test
    void aGroupOfFourIsTooSmallAndThatLeavesTheOtherOneUnsaid() {
        assertThat(of("workshop")).isEmpty();
        // All agents without the warehouse would be the workshop.
        assertThat(of("warehouse")).isEmpty();
    }

    @Test
    void whatIsDrawnUpDoesNotChangeWhenSomebodyJoinsOrIsRatedLate() {
        var before = of(Staff.AGENTS);
        var shift = new Shift(sql, MONTH);
        shift.rated(shift.resolved("warehouse0", Shift.at(MONTH, 20)), 1, Shift.at(MONTH, 28));
        agent("late", "workshop");
        shift.helps("late", 9, 5);
        drawUp(Shift.at(MONTH.plusMonths(2), 20));

        assertThat(of(Staff.AGENTS)).isEqualTo(before);
        assertThat(of("workshop")).isEmpty();
    }

    @Test
    void whoIsCountedReadsWhoLooked() {
        figures.look(MONTH, "otto");

        assertThat(work.of("warehouse1").looks()).anySatisfy(look -> {
            assertThat(look.by()).isEqualTo("otto");
            assertThat(look.team()).isEqualTo(Staff.AGENTS);
            assertThat(look.month()).isEqualTo(MONTH);
            assertThat(look.shown()).isTrue();
        });
        assertThat(work.of("warehouse1").looks())
                .extracting(Looks.Look::team)
                .contains("warehouse")
                .doesNotContain("workshop");
    }

    @Test
    void whoHadFewerThanFiveTicketsIsNotCounted() {
        assertThat(work.of("newcomer").looks()).isEmpty();
    }

    @Test
    void theDatabaseHoldsNothingThatMayNotBeShown() {
        assertThat(sql.sql("select distinct team from group_figure where in_month = ?")
                        .param(MONTH.toString())
                        .query(String.class)
                        .list())
                .containsExactly(Staff.AGENTS);
    }

    @Test
    void aRatingCountsForTheLastReplyBeforeItAndTheFirstReplyForWhoeverWroteIt() {
        var month = YearMonth.of(2020, 7);
        var shift = new Shift(sql, month);
        var ticket = shift.resolved("first", Shift.at(month, 2));
        shift.writes(ticket, "second", 2, Shift.at(month, 2).plusSeconds(600));
        shift.rated(ticket, 5, Shift.at(month, 3));
        shift.writes(ticket, "third", 3, Shift.at(month, 4));

        var shares = sources.stream()
                .flatMap(source -> source.sharesIn(new Period(month, settings.timeZone())).stream())
                .toList();

        assertThat(shares)
                .contains(
                        new Share("first", Figure.FIRST_REPLY, new Amount(1, 120)),
                        new Share("second", Figure.RATINGS, new Amount(1, 5)),
                        Share.of("first", Figure.RESOLVED, 1),
                        Share.of("third", Figure.TICKETS, 1));
    }

    @Test
    void monthsBeginAtMidnightHere() {
        var period = new Period(YearMonth.of(2026, 3), settings.timeZone());

        assertThat(period.from().toInstant()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(period.to().toInstant()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
    }
}
