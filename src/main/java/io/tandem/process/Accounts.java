package io.tandem.process;

import java.util.List;
import java.util.Set;

/** Who may sign in, and with which password; for the log-in alone. */
public interface Accounts {

    /** Whether this is the user's password; never, while it was wrong too often just now. */
    boolean accepts(String user, String password);

    List<Account> all();

    /** Adds an account or, if the log-in name is taken, makes that one like this. Missing groups are made. */
    void save(Account account, String password);

    /**
     * Somebody who may sign in.
     *
     * @param ofDemo whether the demo made it, with a password that everybody knows
     */
    record Account(String user, String name, Set<String> groups, boolean ofDemo) {

        public Account {
            groups = Set.copyOf(groups);
        }
    }
}
