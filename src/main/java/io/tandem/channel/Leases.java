package io.tandem.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What only one node does at a time. Who holds a lease renews it in time; a dead node's lease runs out by itself. */
@Component
public class Leases {

    private final String node = UUID.randomUUID().toString();
    private final JdbcClient sql;
    private final Clock clock;

    Leases(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes the lease or renews it.
     *
     * @param length from now; renew it when a third is over
     * @return whether this node holds it now
     */
    public boolean hold(String name, Duration length) {
        var now = clock.instant();
        var until = Timestamp.from(now.plus(length));
        var taken = sql.sql(
                        "update lease set holder = ?, held_until = ? where name = ? and (holder = ? or held_until < ?)")
                .params(node, until, name, node, Timestamp.from(now))
                .update();
        return taken > 0 || takeFirst(name, until);
    }

    private boolean takeFirst(String name, Timestamp until) {
        var known = sql.sql("select count(*) from lease where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        if (known > 0) return false;
        try {
            return sql.sql("insert into lease (name, holder, held_until) values (?, ?, ?)")
                            .params(name, node, until)
                            .update()
                    > 0;
        } catch (DuplicateKeyException otherNodeWasFaster) {
            return false;
        }
    }

    /** Others may have it at once. */
    public void release(String name) {
        sql.sql("delete from lease where name = ? and holder = ?")
                .params(name, node)
                .update();
    }
}
