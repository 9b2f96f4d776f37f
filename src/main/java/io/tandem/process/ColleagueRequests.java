package io.tandem.process;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.process.ColleagueTasks.Request;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked or named whom. It stands in the record: process variables can be searched and counted by persons. */
@Component
public class ColleagueRequests {

    private final JdbcClient sql;

    ColleagueRequests(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param note in which the colleague is asked or named
     * @param colleague who is asked, or who has answered; nobody in particular if it is a group
     */
    public record Known(
            UUID id, UUID note, String asker, @Nullable String colleague) {}

    UUID keep(Request request) {
        var id = UuidCreator.getTimeOrderedEpoch();
        sql.sql("insert into colleague_request (id, note, asker, colleague) values (?, ?, ?, ?)")
                .param(id)
                .param(request.note())
                .param(request.asker())
                .param(request.person())
                .update();
        return id;
    }

    /** The engine's process about it, by which a finished task is found again. */
    void isAbout(UUID id, String process) {
        sql.sql("update colleague_request set process = ? where id = ?")
                .param(process)
                .param(id)
                .update();
    }

    void answeredBy(UUID id, String colleague) {
        sql.sql("update colleague_request set colleague = ? where id = ?")
                .param(colleague)
                .param(id)
                .update();
    }

    /** Nobody in particular is asked any more. */
    void isForGroup(UUID id) {
        sql.sql("update colleague_request set colleague = null where id = ?")
                .param(id)
                .update();
    }

    public Optional<Known> find(UUID id) {
        return sql.sql("select id, note, asker, colleague from colleague_request where id = ?")
                .param(id)
                .query(Known.class)
                .optional();
    }

    Optional<Known> ofProcess(String process) {
        return sql.sql("select id, note, asker, colleague from colleague_request where process = ?")
                .param(process)
                .query(Known.class)
                .optional();
    }
}
