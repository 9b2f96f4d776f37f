package io.tandem.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the files lie: first for their holder, then with a message. Lists never touch the bytes. */
@Component
class Shelf {

    private static final String FIELDS = "a.id, a.name, a.type, a.size, a.preview";
    private static final RowMapper<Attachment> ATTACHMENT = (row, n) -> new Attachment(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("type"),
            row.getLong("size"),
            row.getBoolean("preview"));

    private final JdbcClient sql;
    private final Pieces pieces;

    Shelf(JdbcClient sql, Pieces pieces) {
        this.sql = sql;
        this.pieces = pieces;
    }

    @Transactional
    public void put(Attachment attachment, Holder holder, Path file, byte @Nullable [] preview, Instant at) {
        sql.sql("insert into attachment (id, holder, name, type, size, preview, held_at) values (?, ?, ?, ?, ?, ?, ?)")
                .param(attachment.id())
                .param(holder.name())
                .param(attachment.name())
                .param(attachment.type())
                .param(attachment.size())
                .param(attachment.preview())
                .param(Timestamp.from(at))
                .update();
        try (var content = Files.newInputStream(file)) {
            pieces.write(attachment.id(), Pieces.Part.FILE, content);
            if (preview != null) pieces.write(attachment.id(), Pieces.Part.PREVIEW, new ByteArrayInputStream(preview));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether the holder had it */
    boolean give(UUID attachment, Holder holder, UUID message, int position) {
        return sql.sql(
                                "update attachment set message = ?, position = ? where id = ? and holder = ? and message is null")
                        .param(message)
                        .param(position)
                        .param(attachment)
                        .param(holder.name())
                        .update()
                > 0;
    }

    void copy(UUID attachment, UUID message) {
        var copy = UUID.randomUUID();
        sql.sql(
                        "insert into attachment (id, holder, message, position, name, type, size, preview, held_at)"
                                + " select ?, holder, ?, position, name, type, size, preview, held_at from attachment where id = ?")
                .param(copy)
                .param(message)
                .param(attachment)
                .update();
        pieces.copy(attachment, copy);
    }

    List<UUID> ofMessage(UUID message) {
        return sql.sql("select id from attachment where message = ? order by position")
                .param(message)
                .query(UUID.class)
                .list();
    }

    Map<UUID, List<Attachment>> byMessage(UUID ticket) {
        var found = new HashMap<UUID, List<Attachment>>();
        sql.sql("select a.message, " + FIELDS + " from attachment a join message m on m.id = a.message"
                        + " where m.ticket = ? order by m.position, a.position")
                .param(ticket)
                .query((row, n) -> found.computeIfAbsent(row.getObject("message", UUID.class), m -> new ArrayList<>())
                        .add(ATTACHMENT.mapRow(row, n)))
                .list();
        return found;
    }

    /** @param notes whether files of internal notes may be found, too */
    Optional<Attachment> find(UUID ticket, UUID attachment, boolean notes) {
        return sql.sql("select " + FIELDS + " from attachment a join message m on m.id = a.message"
                        + " where a.id = ? and m.ticket = ? and (m.internal = false or ?)")
                .param(attachment)
                .param(ticket)
                .param(notes)
                .query(ATTACHMENT)
                .optional();
    }

    long sizeOfMessage(UUID message) {
        return size("message = ?", message);
    }

    long sizeOfTicket(UUID ticket) {
        return size("message in (select id from message where ticket = ?)", ticket);
    }

    long heldBy(Holder holder) {
        return size("message is null and holder = ?", holder.name());
    }

    long heldByCustomers() {
        return size("message is null and holder like ?", Holder.everyCustomer());
    }

    private long size(String which, Object value) {
        return sql.sql("select coalesce(sum(size), 0) from attachment where " + which)
                .param(value)
                .query(Long.class)
                .single();
    }

    int sweep(Instant heldBefore) {
        return sql.sql("delete from attachment where message is null and held_at < ?")
                .param(Timestamp.from(heldBefore))
                .update();
    }
}
