package io.tandem.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The briefs of the tickets, each as it last was written. */
@Component
class Briefs {

    private final JdbcClient sql;
    private final ObjectMapper json;

    Briefs(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void keep(UUID ticket, Brief brief) {
        if (rewrite(ticket, brief)) return;
        sql.sql("insert into brief (ticket, content, written_at) values (?, ?, ?)")
                .param(ticket)
                .param(asJson(brief))
                .param(Timestamp.from(brief.createdAt()))
                .update();
    }

    private boolean rewrite(UUID ticket, Brief brief) {
        return sql.sql("update brief set content = ?, written_at = ? where ticket = ?")
                        .param(asJson(brief))
                        .param(Timestamp.from(brief.createdAt()))
                        .param(ticket)
                        .update()
                > 0;
    }

    /** Puts the summary into the brief that it was made of, unless that has been written anew meanwhile. */
    void summarize(UUID ticket, Brief brief, String summary) {
        sql.sql("update brief set content = ? where ticket = ? and written_at = ?")
                .param(asJson(brief.summarizedAs(summary)))
                .param(ticket)
                .param(Timestamp.from(brief.createdAt()))
                .update();
    }

    private String asJson(Brief brief) {
        try {
            return json.writeValueAsString(brief);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<Brief> of(UUID ticket) {
        return sql.sql("select content from brief where ticket = ?")
                .param(ticket)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    private Brief read(String content) {
        try {
            return json.readValue(content, Brief.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A brief is damaged", damaged);
        }
    }
}
