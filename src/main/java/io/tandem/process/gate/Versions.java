package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What came to the gate, in the order in which it came. */
@Component
class Versions {

    /** Refused ones are kept for those who still work on them. */
    static final int REFUSED_KEPT = 50;

    private static final String LIST = "select number, hash, base, saved_at, saved_by, way, refused, findings,"
            + " deployment, restored from process_version ";

    private final JdbcClient sql;
    private final VersionFiles files;
    private final FindingsAsText findings;
    private final Clock clock;

    Versions(JdbcClient sql, VersionFiles files, FindingsAsText findings, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.findings = findings;
        this.clock = clock;
    }

    /** The number of the live version; empty before the first one. */
    Optional<Integer> live() {
        return sql.sql("select live from process_gate where live is not null")
                .query(Integer.class)
                .optional();
    }

    /** The same, and nobody else comes through until the transaction ends, on no node. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Integer> lockLive() {
        sql.sql("select last from process_gate for update").query(Integer.class).single();
        return live();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Version accept(Wish wish, @Nullable Integer base, List<Finding> warnings, String deployment) {
        var version = add(wish, base, warnings, deployment);
        sql.sql("update process_gate set live = ?, refused = null")
                .param(version.number())
                .update();
        return version;
    }

    /** What is live was saved once more: nothing that was refused lies about any longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nothingIsRefused() {
        sql.sql("update process_gate set refused = null where refused is not null")
                .update();
    }

    /** The same files again are not stored again: only what is wrong with them may be other than before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Version refuse(Wish wish, @Nullable Integer base, List<Finding> errors) {
        var known = refused().filter(version -> version.hash().equals(Fingerprint.of(wish.after())));
        var refused = known.isPresent() ? known.get() : add(wish, base, errors, null);
        sql.sql("update process_version set findings = ? where number = ?")
                .params(findings.write(errors), refused.number())
                .update();
        sql.sql("update process_gate set refused = ?").param(refused.number()).update();
        forgetOldRefused();
        return find(refused.number()).orElseThrow();
    }

    private Version add(Wish wish, @Nullable Integer base, List<Finding> found, @Nullable String deployment) {
        sql.sql("update process_gate set last = last + 1").update();
        var number =
                sql.sql("select last from process_gate").query(Integer.class).single();
        sql.sql("insert into process_version (number, hash, base, saved_at, saved_by, way, refused, findings,"
                        + " deployment, restored) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(number)
                .param(Fingerprint.of(wish.after()))
                .param(base)
                .param(Timestamp.from(clock.instant()))
                .param(wish.by())
                .param(wish.way().name())
                .param(deployment == null)
                .param(findings.write(found))
                .param(deployment)
                .param(wish.restored())
                .update();
        files.add(number, wish.changes());
        return find(number).orElseThrow();
    }

    private void forgetOldRefused() {
        var forgotten = sql.sql("delete from process_version where refused and number < (select min(number) from ("
                        + "select number from process_version where refused order by number desc limit ?) kept)")
                .param(REFUSED_KEPT)
                .update();
        if (forgotten > 0) files.forgetUnused();
    }

    Optional<Version> find(int number) {
        return sql.sql(LIST + "where number = ?").param(number).query(version()).optional();
    }

    /** What was refused last and was not put right since. */
    Optional<Version> refused() {
        return sql.sql(LIST + "where number = (select refused from process_gate)")
                .query(version())
                .optional();
    }

    /** Whether exactly these files were live before. */
    Optional<Version> wasLive(Snapshot snapshot) {
        return sql.sql(LIST + "where hash = ? and not refused order by number desc limit 1")
                .param(Fingerprint.of(snapshot))
                .query(version())
                .optional();
    }

    /** The latest first. */
    List<Version> page(int page, int size) {
        return sql.sql(LIST + "order by number desc limit ? offset ?")
                .params(size, (long) page * size)
                .query(version())
                .list();
    }

    int count() {
        return sql.sql("select count(*) from process_version")
                .query(Integer.class)
                .single();
    }

    /** All files of a version; of a refused one, as they would have been live. */
    Snapshot snapshot(Version version) {
        return files.snapshot(version);
    }

    private RowMapper<Version> version() {
        return (row, number) -> new Version(
                row.getInt("number"),
                row.getString("hash"),
                row.getObject("base", Integer.class),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by"),
                Way.valueOf(row.getString("way")),
                row.getBoolean("refused"),
                findings.read(row.getString("findings")),
                row.getString("deployment"),
                row.getObject("restored", Integer.class));
    }
}
