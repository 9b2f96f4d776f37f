package io.tandem.node;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases as another node would hold them. */
public final class LeasesOfATest {

    private LeasesOfATest() {}

    public static Leases ofAnotherNode(JdbcClient sql) {
        return new Leases(new ThisNode(), sql);
    }
}
