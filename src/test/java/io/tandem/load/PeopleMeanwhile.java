package io.tandem.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.channel.web.CustomersKeys;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers and agents of the tickets that are moved: they write meanwhile, and some go on to the end afterwards. */
final class PeopleMeanwhile {

    private static final int AGENTS = 10;
    private static final int WHO_GO_ON = 20;

    private final int port;
    private final JdbcClient sql;
    private final CustomersKeys keys;
    private final List<AgentAtDesk> agents = new ArrayList<>();
    private final List<List<String>> tasks = new ArrayList<>();
    private final List<UUID> withBot;
    private final List<UUID> waiting;
    private final List<UUID> inSurvey;

    PeopleMeanwhile(RunningTandem tandem) {
        port = tandem.port();
        sql = tandem.context().getBean(JdbcClient.class);
        keys = new CustomersKeys(tandem.context());
        withBot = tickets("holder = 'BOT'");
        waiting = tickets("holder = 'QUEUE'");
        inSurvey = tickets("state = 'RESOLVED'");
        for (var agent : busyAgents()) {
            agents.add(AgentAtDesk.signsIn(port, agent));
            tasks.add(tasksOf(agent));
        }
    }

    private List<UUID> tickets(String which) {
        return sql.sql("select id from ticket where closed_at is null and " + which + " order by id")
                .query(UUID.class)
                .list();
    }

    private List<String> busyAgents() {
        return sql.sql(
                        "select assignee_ from act_ru_task where task_def_key_ = 'userTask_help' and assignee_ like 'agent%'"
                                + " group by assignee_ order by count(*) desc limit " + AGENTS)
                .query(String.class)
                .list();
    }

    private List<String> tasksOf(String agent) {
        return sql.sql(
                        "select id_ from act_ru_task where task_def_key_ = 'userTask_help' and assignee_ = ? order by id_")
                .param(agent)
                .query(String.class)
                .list();
    }

    /** One after the other: a customer of the bot, one who waits for a person, an agent who notes, one who reads. */
    void write(int number) {
        // Spread over all tickets, whatever the order in which these are moved; the first ones go on afterwards.
        var place = WHO_GO_ON + Math.floorMod(number * 7919, withBot.size() - WHO_GO_ON);
        switch (number % 4) {
            case 0 -> customer(withBot.get(place)).writes("And how long does it take?");
            case 1 -> customer(waiting.get(place % waiting.size())).writes("It is urgent");
            case 2 -> ok(agents.get(number % agents.size()).notes(task(number), "Asked the warehouse"));
            default -> agents.get(number % agents.size()).opens(task(number));
        }
    }

    private CustomerInChat customer(UUID ticket) {
        return CustomerInChat.returns(port, ticket, keys.to(ticket));
    }

    private String task(int number) {
        var all = tasks.get(number % tasks.size());
        return all.get(number / tasks.size() % all.size());
    }

    /** @return how many went on, each as far as they can without waiting */
    int goOn() {
        withBot.stream().limit(WHO_GO_ON).map(this::customer).forEach(customer -> {
            customer.asksForAPerson();
            customer.sees("QUEUE");
        });
        inSurvey.stream().limit(WHO_GO_ON).map(this::customer).forEach(customer -> {
            customer.rates(5, "Thank you");
            customer.seesState("CLOSED");
        });
        for (var number = 0; number < WHO_GO_ON; number++) resolves(number);
        return 3 * WHO_GO_ON;
    }

    private void resolves(int number) {
        var agent = agents.get(number % agents.size());
        var task = task(number);
        var ticket = UUID.fromString(agent.opens(task).path("ticket").asText());
        ok(agent.replies(task, "It is on its way", "resolve"));
        customer(ticket).isAskedForARating();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(() -> answer.raw().body()).isBetween(200, 204);
    }
}
