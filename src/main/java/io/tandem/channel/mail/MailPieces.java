package io.tandem.channel.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of mails, in pieces that every database takes. */
@Component
class MailPieces {

    private static final int SIZE = 256 * 1024;

    private final JdbcClient sql;

    MailPieces(JdbcClient sql) {
        this.sql = sql;
    }

    void write(UUID mail, byte[] raw) {
        for (int from = 0, position = 0; from < raw.length; from += SIZE, position++) {
            sql.sql("insert into mail_piece (mail, position, bytes) values (?, ?, ?)")
                    .param(mail)
                    .param(position)
                    .param(Arrays.copyOfRange(raw, from, Math.min(raw.length, from + SIZE)))
                    .update();
        }
    }

    byte[] read(UUID mail) {
        var raw = new ByteArrayOutputStream();
        sql.sql("select bytes from mail_piece where mail = ? order by position")
                .param(mail)
                .query(row -> {
                    raw.writeBytes(row.getBytes("bytes"));
                });
        return raw.toByteArray();
    }
}
