package io.tandem.channel;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases as another node would hold them, at a time of its own. */
public final class LeasesOfATest {

    private LeasesOfATest() {}

    public static Leases at(JdbcClient sql, Clock clock) {
        return new Leases(sql, clock);
    }
}
