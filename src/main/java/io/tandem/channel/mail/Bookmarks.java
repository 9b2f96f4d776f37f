package io.tandem.channel.mail;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far each mailbox has been read, whoever reads it. */
@Component
class Bookmarks {

    /** Everything up to this number is stored here. The numbers hold as long as the validity stays the same. */
    record Bookmark(long uidValidity, long lastUid) {}

    private final JdbcClient sql;

    Bookmarks(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return nothing if the server's numbers are not those that were noted */
    Optional<Bookmark> of(Mailbox mailbox, long uidValidity) {
        return sql.sql("select uid_validity, last_uid from mail_folder where mailbox = ? and uid_validity = ?")
                .param(mailbox.name())
                .param(uidValidity)
                .query((row, n) -> new Bookmark(row.getLong("uid_validity"), row.getLong("last_uid")))
                .optional();
    }

    @Transactional
    public void set(Mailbox mailbox, Bookmark mark) {
        var known = sql.sql("update mail_folder set uid_validity = ?, last_uid = ? where mailbox = ?")
                .param(mark.uidValidity())
                .param(mark.lastUid())
                .param(mailbox.name())
                .update();
        if (known > 0) return;
        sql.sql("insert into mail_folder (mailbox, uid_validity, last_uid) values (?, ?, ?)")
                .param(mailbox.name())
                .param(mark.uidValidity())
                .param(mark.lastUid())
                .update();
    }
}
