package io.tandem.node;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What only one node does at a time. Who holds a lease renews it in time; a dead node's lease runs out by itself, and one
 * that stops gives back what it has. Times are the database's: nodes' clocks differ.
 */
@Component
public class Leases implements SmartLifecycle {

    /** Is stopped after those who hold leases. */
    private static final int LAST = SmartLifecycle.DEFAULT_PHASE - 10;

    private static final String UNTIL = "current_timestamp + cast(? as integer) * interval '1' second";

    private final String node;
    private final JdbcClient sql;
    private volatile boolean leaving;

    Leases(ThisNode here, JdbcClient sql) {
        node = here.id();
        this.sql = sql;
    }

    /**
     * Takes the lease or renews it.
     *
     * @param length from now; renew it when a third is over
     * @return whether this node holds it now
     */
    public boolean hold(String name, Duration length) {
        return hold(name, length, sql);
    }

    /** By a connection of one's own. */
    boolean hold(String name, Duration length, JdbcClient sql) {
        if (leaving) return false;
        var taken = sql.sql("update lease set holder = ?, held_until = " + UNTIL
                        + " where name = ? and (holder = ? or held_until < current_timestamp)")
                .params(node, length.toSeconds(), name, node)
                .update();
        return taken > 0 || takeFirst(name, length, sql);
    }

    private boolean takeFirst(String name, Duration length, JdbcClient sql) {
        var known = sql.sql("select count(*) from lease where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        if (known > 0) return false;
        try {
            return sql.sql("insert into lease (name, holder, held_until) values (?, ?, " + UNTIL + ")")
                            .params(name, node, length.toSeconds())
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

    @EventListener
    void died(Neighbours.Died neighbour) {
        releaseAllOf(neighbour.node());
    }

    private void releaseAllOf(String holder) {
        sql.sql("delete from lease where holder = ?").param(holder).update();
    }

    @Override
    public void start() {
        leaving = false;
    }

    @Override
    public void stop() {
        leaving = true;
        releaseAllOf(node);
    }

    @Override
    public boolean isRunning() {
        return !leaving;
    }

    @Override
    public int getPhase() {
        return LAST;
    }
}
