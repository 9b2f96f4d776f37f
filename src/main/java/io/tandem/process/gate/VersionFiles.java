package io.tandem.process.gate;

import io.tandem.check.Snapshot;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of the versions: of each version what it changed, of each content one copy. */
@Component
class VersionFiles {

    /** The latest word about each file, up to a version that went live. */
    private static final String UP_TO = "(select f.name, f.content, f.size, row_number() over"
            + " (partition by f.name order by f.version desc) as place from process_file f"
            + " join process_version v on v.number = f.version where not v.refused and f.version <= ?) f";

    private final JdbcClient sql;

    VersionFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param change what the version did to it */
    record Entry(String name, int size, Change change) {}

    /** What a version did to a file. */
    enum Change {
        SAME,
        ADDED,
        CHANGED,
        REMOVED
    }

    void add(int version, Changes changes) {
        changes.put().forEach((name, content) -> {
            var hash = store(content);
            addRow(version, name, hash, content.length);
        });
        changes.removed().forEach(name -> addRow(version, name, null, 0));
    }

    private String store(byte[] content) {
        var hash = Fingerprint.of(content);
        sql.sql("insert into process_content (hash, bytes) select ?, ? where not exists"
                        + " (select 1 from process_content where hash = ?)")
                .params(hash, content, hash)
                .update();
        return hash;
    }

    private void addRow(int version, String name, @Nullable String content, int size) {
        sql.sql("insert into process_file (version, name, content, size) values (?, ?, ?, ?)")
                .param(version)
                .param(name)
                .param(content)
                .param(size)
                .update();
    }

    Snapshot snapshot(Version version) {
        if (!version.refused()) return upTo(version.number());
        var base = version.base() == null ? new Snapshot(new TreeMap<>()) : upTo(version.base());
        return changesOf(version.number()).appliedTo(base);
    }

    private Snapshot upTo(int number) {
        var files = new TreeMap<String, byte[]>();
        sql.sql("select f.name, c.bytes from " + UP_TO + " join process_content c on c.hash = f.content"
                        + " where f.place = 1")
                .param(number)
                .query(row -> {
                    files.put(row.getString("name"), row.getBytes("bytes"));
                });
        return new Snapshot(files);
    }

    private Changes changesOf(int number) {
        var put = new TreeMap<String, byte[]>();
        var removed = new TreeSet<String>();
        sql.sql("select f.name, c.bytes from process_file f left join process_content c on c.hash = f.content"
                        + " where f.version = ?")
                .param(number)
                .query(row -> {
                    var bytes = row.getBytes("bytes");
                    if (bytes == null) removed.add(row.getString("name"));
                    else put.put(row.getString("name"), bytes);
                });
        return new Changes(put, removed);
    }

    /** The files that a version changed, by name. */
    List<Entry> changed(Version version) {
        var base = version.base() == null ? -1 : version.base();
        return sql.sql("select d.name, d.size, d.content, f.content as earlier from process_file d left join " + UP_TO
                        + " on f.name = d.name and f.place = 1 where d.version = ? order by d.name")
                .params(base, version.number())
                .query((row, number) -> new Entry(
                        row.getString("name"),
                        row.getInt("size"),
                        change(row.getString("earlier"), row.getString("content"))))
                .list();
    }

    private static Change change(@Nullable String earlier, @Nullable String now) {
        if (now == null) return Change.REMOVED;
        return earlier == null ? Change.ADDED : Change.CHANGED;
    }

    /** All files that a version has, without what it did to them. */
    List<Entry> all(Version version) {
        return sql.sql("select f.name, f.size from " + UP_TO
                        + " where f.place = 1 and f.content is not null order by f.name")
                .param(version.number())
                .query((row, number) -> new Entry(row.getString("name"), row.getInt("size"), Change.SAME))
                .list();
    }

    void forgetUnused() {
        sql.sql("delete from process_content where not exists"
                        + " (select 1 from process_file f where f.content = process_content.hash)")
                .update();
    }
}
