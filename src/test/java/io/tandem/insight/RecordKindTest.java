package io.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.content.Texts;
import io.tandem.process.Accounts;
import io.tandem.process.Accounts.Account;
import io.tandem.process.Staff;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "My work" leaves nothing out: the whole database is searched for somebody who has worked. */
@TandemRuns
class RecordKindTest {

    /** Names that stand nowhere by chance. */
    private static final String USER = "quirin";

    private static final String NAME = "Quirina";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Records records;

    @Autowired
    private GroupFigures figures;

    @Autowired
    private Texts texts;

    @AfterEach
    void leave() {
        identity.deleteUser(USER);
    }

    @Test
    void everyPlaceInTheDatabaseThatNamesAnAgentStandsOnThePage() {
        accounts.save(new Account(USER, NAME, Set.of(Staff.AGENTS, Staff.LEADS), true), "tandem");
        var quirin = AgentAtDesk.signsIn(port, USER);
        var claimed = queued(quirin);
        quirin.claimsInTasklist(claimed, USER);
        quirin.notes(claimed, "Called the warehouse");
        quirin.act("POST", claimed, "/questions", Map.of("to", Map.of("user", "anna"), "text", "Which one is it?"));
        quirin.act("PUT", claimed, "/draft", Map.of("text", "Good n"));
        replies(quirin, "Which one do you mean?", "wait");
        replies(quirin, "Here you are", "resolve");
        quirin.passesOn(queued(quirin), Map.of("user", USER), "back to me");
        sql.sql("insert into month_drawn_up (in_month, drawn_at) values ('2019-05', localtimestamp)")
                .update();
        sql.sql("insert into counted_agent (in_month, team, agent) values ('2019-05', 'agents', ?)")
                .param(USER)
                .update();
        figures.look(YearMonth.of(2019, 5), USER);

        assertThat(placesThatName()).isSubsetOf(RecordKind.allPlaces());
        assertThat(records.about(USER))
                .filteredOn(kept -> kept.count() == 0)
                .extracting(Records.Kept::kind)
                .isEmpty();
    }

    private String queued(AgentAtDesk agent) {
        var karla = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> agent.find(karla.ticket()), Optional::isPresent)
                .orElseThrow();
    }

    private void replies(AgentAtDesk agent, String text, String action) {
        var task = queued(agent);
        await().until(() -> agent.replies(task, text, action).status() == 200);
    }

    private Set<String> placesThatName() {
        var found = new TreeSet<String>();
        for (var column : textColumns()) {
            var hits = sql.sql("select count(*) from \"%s\" where lower(\"%s\") like ?"
                            .formatted(column.table(), column.name()))
                    .param("%" + USER + "%")
                    .query(Long.class)
                    .single();
            if (hits > 0) found.add((column.table() + "." + column.name()).toLowerCase(Locale.ROOT));
        }
        return found;
    }

    private record Column(String table, String name) {}

    private List<Column> textColumns() {
        return sql.sql("select c.table_name, c.column_name from information_schema.columns c"
                        + " join information_schema.tables t on t.table_name = c.table_name"
                        + " and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'"
                        + " where c.table_schema = 'PUBLIC' and c.data_type like 'CHARACTER%'")
                .query((row, n) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    @Test
    void eachKindSaysWhatItIsForAndHowLongItStays() {
        for (var language : List.of("de", "en")) {
            for (var kind : RecordKind.values()) {
                for (var part : List.of("", ".purpose", ".kept")) {
                    var key = "work.record." + kind.key() + part;
                    assertThat(texts.get(language, key)).isNotEqualTo(key);
                }
            }
            for (var figure : Figure.values()) {
                for (var part : List.of("", ".means", ".meansGroup")) {
                    var key = "figure." + figure.key() + part;
                    assertThat(texts.get(language, key)).isNotEqualTo(key);
                }
            }
        }
    }

    @Test
    void nobodyElsesEntriesAreAmongThem() {
        assertThat(records.about(UUID.randomUUID().toString()))
                .allSatisfy(kept -> assertThat(kept.count()).isZero());
    }
}
