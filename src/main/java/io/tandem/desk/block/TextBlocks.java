package io.tandem.desk.block;

import io.tandem.api.Problem;
import io.tandem.desk.block.TextBlock.Content;
import io.tandem.process.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All text blocks: everybody at the desk may write, change and delete each, and bring deleted ones back. */
@Component
class TextBlocks {

    private static final int MOST = 1_000;
    private static final int MOST_DELETED = 100;

    private final JdbcClient sql;
    private final Transactions transactions;
    private final Clock clock;

    TextBlocks(JdbcClient sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<TextBlock> all() {
        return sql.sql("select * from text_block where handle is not null order by language, shortcut limit " + MOST)
                .query(TextBlocks::block)
                .list();
    }

    /** Those that can be brought back, the latest first. */
    List<TextBlock> deleted() {
        return sql.sql("select * from text_block where handle is null order by changed_at desc limit " + MOST_DELETED)
                .query(TextBlocks::block)
                .list();
    }

    /** @param id the writer's own id of the block: the same again is the same block */
    TextBlock write(UUID id, Content content) {
        return transactions.inOne(() -> {
            if (exists(id)) return get(id);
            if (count() >= MOST) throw new Problem(HttpStatus.CONFLICT, "tooManyBlocks", Map.of("most", MOST));
            checkFree(content, id);
            sql.sql("insert into text_block (title, shortcut, language, text, handle, changed_at, version, id)"
                            + " values (?, ?, ?, ?, ?, ?, 1, ?)")
                    .params(content.title(), content.shortcut(), content.language(), content.text(), content.handle())
                    .param(Timestamp.from(clock.instant()))
                    .param(id)
                    .update();
            return get(id);
        });
    }

    /** @param version the one that was read: who was slower hears of it and overwrites nothing */
    TextBlock change(UUID id, int version, Content content) {
        return transactions.inOne(() -> {
            var before = get(id);
            if (before.content().equals(content)) return before;
            checkFree(content, id);
            return changed(id, version, content, content.handle());
        });
    }

    void delete(UUID id) {
        transactions.inOne(() -> {
            var block = get(id);
            if (lives(id)) changed(id, block.version(), block.content(), null);
        });
    }

    TextBlock bringBack(UUID id) {
        return transactions.inOne(() -> {
            var block = get(id);
            if (lives(id)) return block;
            checkFree(block.content(), id);
            return changed(id, block.version(), block.content(), block.content().handle());
        });
    }

    private TextBlock changed(UUID id, int version, Content content, @Nullable String handle) {
        var changed = sql.sql("update text_block set title = ?, shortcut = ?, language = ?, text = ?, handle = ?,"
                        + " changed_at = ?, version = version + 1 where id = ? and version = ?")
                .params(content.title(), content.shortcut(), content.language(), content.text(), handle)
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .param(version)
                .update();
        if (changed == 0) throw new Problem(HttpStatus.CONFLICT, "blockChanged");
        return get(id);
    }

    private void checkFree(Content content, UUID id) {
        var others = sql.sql("select count(*) from text_block where handle = ? and id <> ?")
                .param(content.handle())
                .param(id)
                .query(Long.class)
                .single();
        if (others > 0) {
            throw new Problem(HttpStatus.CONFLICT, "shortcutTaken", Map.of("shortcut", content.shortcut()));
        }
    }

    private TextBlock get(UUID id) {
        return sql.sql("select * from text_block where id = ?")
                .param(id)
                .query(TextBlocks::block)
                .optional()
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "unknownBlock"));
    }

    private boolean exists(UUID id) {
        return number("select count(*) from text_block where id = ?", id) > 0;
    }

    private boolean lives(UUID id) {
        return number("select count(*) from text_block where handle is not null and id = ?", id) > 0;
    }

    private long count() {
        return sql.sql("select count(*) from text_block where handle is not null")
                .query(Long.class)
                .single();
    }

    private long number(String count, UUID id) {
        return sql.sql(count).param(id).query(Long.class).single();
    }

    private static TextBlock block(ResultSet row, int n) throws SQLException {
        var content = new Content(
                row.getString("title"), row.getString("shortcut"), row.getString("language"), row.getString("text"));
        return new TextBlock(row.getObject("id", UUID.class), row.getInt("version"), content);
    }
}
