package io.tandem.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of the files, kept in the database so that a backup is whole; one piece of them at a time in memory. */
@Component
class Pieces {

    enum Part {
        FILE,
        PREVIEW
    }

    private static final int SIZE = 256 * 1024;

    private final JdbcClient sql;

    Pieces(JdbcClient sql) {
        this.sql = sql;
    }

    void write(UUID attachment, Part part, InputStream content) throws IOException {
        var position = 0;
        for (var piece = content.readNBytes(SIZE); piece.length > 0; piece = content.readNBytes(SIZE)) {
            sql.sql("insert into attachment_piece (attachment, part, position, bytes) values (?, ?, ?, ?)")
                    .param(attachment)
                    .param(part.name())
                    .param(position++)
                    .param(piece)
                    .update();
        }
    }

    void copy(UUID from, UUID to) {
        sql.sql("insert into attachment_piece (attachment, part, position, bytes)"
                        + " select ?, part, position, bytes from attachment_piece where attachment = ?")
                .param(to)
                .param(from)
                .update();
    }

    /** Each piece is fetched when the one before has been read: who reads slowly holds no connection. */
    InputStream read(UUID attachment, Part part) {
        return new SequenceInputStream(new Enumeration<>() {

            private int position;
            private Optional<byte[]> next = piece(attachment, part, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                var bytes = next.orElseThrow(NoSuchElementException::new);
                next = piece(attachment, part, ++position);
                return new ByteArrayInputStream(bytes);
            }
        });
    }

    private Optional<byte[]> piece(UUID attachment, Part part, int position) {
        return sql.sql("select bytes from attachment_piece where attachment = ? and part = ? and position = ?")
                .param(attachment)
                .param(part.name())
                .param(position)
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }
}
