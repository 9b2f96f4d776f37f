package io.tandem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.session.Session;

/** Two nodes on one database. */
class SessionsTest {

    /** Something that is changed in place, as the engine does it with who has signed in. */
    private static final class Basket {

        private final List<String> things = new ArrayList<>();
    }

    private static final class Baskets implements SessionValue<Basket> {

        @Override
        public Class<Basket> type() {
            return Basket.class;
        }

        @Override
        public String write(Basket value) {
            return String.join(",", value.things);
        }

        @Override
        public Basket read(String written) {
            if (written.contains("?")) throw new IllegalArgumentException(written);
            var basket = new Basket();
            basket.things.addAll(List.of(written.split(",")));
            return basket;
        }
    }

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .addScript("db/migration/V25__sessions.sql")
            .build();
    private final CountingWrites sql = new CountingWrites(database);
    private final Sessions<?> here = node();
    private final Sessions<?> there = node();

    @AfterEach
    void end() {
        database.shutdown();
    }

    private Sessions<?> node() {
        return new SessionConfiguration()
                .sessions(
                        sql,
                        new DataSourceTransactionManager(database),
                        new SessionValues(List.of(new Baskets())),
                        Duration.ofHours(8));
    }

    @Test
    void whatOneNodeKeepsAnotherKnows() {
        var session = begun(here, "token", "abc");

        assertThat(attribute(there, session, "token")).isEqualTo("abc");

        there.deleteById(session);
        assertThat(here.findById(session)).isNull();
    }

    @Test
    void aRequestThatChangesNothingWritesNothing() {
        var session = begun(here, "basket", basketOf("apple"));
        var before = sql.writes;

        request(there, session, kept -> {
            kept.setLastAccessedTime(Instant.now());
            kept.setAttribute("basket", kept.getAttribute("basket"));
            kept.setMaxInactiveInterval(Duration.ofHours(8));
            kept.removeAttribute("never there");
        });

        assertThat(sql.writes).isEqualTo(before);
    }

    @Test
    void thatSomebodyIsStillThereIsNotedNowAndThen() {
        var session = begun(here, "token", "abc");
        var later = Instant.now().plus(Duration.ofMinutes(6));

        request(there, session, kept -> kept.setLastAccessedTime(later));

        assertThat(Objects.requireNonNull(here.findById(session)).getLastAccessedTime())
                .isAfter(later.minusSeconds(1));
    }

    @Test
    void aValueThatWasChangedInPlaceIsWritten() {
        var session = begun(here, "basket", basketOf("apple"));

        request(there, session, kept -> {
            Basket basket = kept.getRequiredAttribute("basket");
            basket.things.add("pear");
            kept.setAttribute("basket", basket);
        });

        assertThat(attribute(here, session, "basket"))
                .isInstanceOfSatisfying(
                        Basket.class, basket -> assertThat(basket.things).containsExactly("apple", "pear"));
    }

    @Test
    void ofTwoRequestsThatSetTheSameValueFirstTheLaterOneWins() {
        var session = begun(here, "token", "abc");

        request(here, session, first -> {
            first.setAttribute("other", "1");
            request(there, session, second -> second.setAttribute("other", "2"));
        });

        assertThat(attribute(there, session, "other")).isEqualTo("1");
        assertThat(attribute(there, session, "token")).isEqualTo("abc");
    }

    @Test
    void nothingElseIsKeptAndNothingElseIsMade() {
        var session = here.createSession();

        assertThatThrownBy(() -> session.setAttribute("connection", new Object()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAnotherVersionHasWrittenIsLeftOut() {
        var session = begun(here, "basket", basketOf("?"));
        sql.update("insert into spring_session_attributes select primary_id, 'odd', ? from spring_session", (Object)
                "java.net.URL\nhttp://127.0.0.1".getBytes(StandardCharsets.UTF_8));

        assertThat(attribute(there, session, "basket")).isNull();
        assertThat(attribute(there, session, "odd")).isNull();
    }

    private static <S extends Session> String begun(Sessions<S> node, String name, Object value) {
        var session = node.createSession();
        session.setAttribute(name, value);
        node.save(session);
        return session.getId();
    }

    private interface Work {

        void with(KeptSession<?> session);
    }

    private static <S extends Session> void request(Sessions<S> node, String session, Work work) {
        var kept = Objects.requireNonNull(node.findById(session));
        work.with(kept);
        node.save(kept);
    }

    private static @Nullable Object attribute(Sessions<?> node, String session, String name) {
        return Objects.requireNonNull(node.findById(session)).getAttribute(name);
    }

    private static Basket basketOf(String thing) {
        var basket = new Basket();
        basket.things.add(thing);
        return basket;
    }

    /** The id is what a cookie says, and PostgreSQL would break at a NUL. */
    @Test
    void whatIsNoIdIsNotLookedFor() {
        database.shutdown();

        for (var id : List.of("", "\0\0\0", "x", "' or 1=1 --"))
            assertThat(here.findById(id)).isNull();
    }

    private static final class CountingWrites extends JdbcTemplate {

        private int writes;

        CountingWrites(DataSource database) {
            super(database);
        }

        @Override
        public int update(String statement, @Nullable PreparedStatementSetter values) throws DataAccessException {
            writes++;
            return super.update(statement, values);
        }
    }
}
