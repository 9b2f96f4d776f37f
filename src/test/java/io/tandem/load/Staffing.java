package io.tandem.load;

import io.tandem.process.Accounts;
import io.tandem.process.Accounts.Account;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred agents: half of them know about payments, some speak one language only. */
final class Staffing {

    private static final int AGENTS = 100;

    private final ApplicationContext tandem;

    Staffing(ApplicationContext tandem) {
        this.tandem = tandem;
    }

    void employ() {
        IntStream.range(0, AGENTS)
                .forEach(n -> tandem.getBean(Accounts.class)
                        .save(new Account(login(n), "Agent " + n, groups(n), true), "tandem"));
    }

    private static Set<String> groups(int n) {
        var groups = new HashSet<>(Set.of("agents"));
        if (n % 2 == 0) groups.add("payments");
        if (n % 5 == 1) groups.add("lang-de");
        if (n % 5 == 2) groups.add("lang-en");
        return groups;
    }

    private static String login(int n) {
        return "agent%03d".formatted(n);
    }

    String any(Random random) {
        return login(random.nextInt(AGENTS));
    }

    /** Who has room for many more tickets. */
    List<String> leastBusy(int many) {
        var busy = tandem.getBean(JdbcClient.class)
                .sql("select assignee_ from act_ru_task where assignee_ is not null")
                .query(String.class)
                .list();
        return IntStream.range(0, AGENTS)
                .mapToObj(Staffing::login)
                .sorted(Comparator.comparingLong(
                        agent -> busy.stream().filter(agent::equals).count()))
                .limit(many)
                .toList();
    }
}
