package io.tandem.load;

import io.tandem.story.AgentAtDesk;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets over HTTP, by pages of customers and an agent, in one or several processes; each customer stays with one. */
final class HttpTickets implements Contender {

    private final String name;
    private final List<Node> nodes;
    private final JdbcClient sql;
    private final List<AgentAtDesk> agents = new ArrayList<>();
    private final ShopTalk talk = new ShopTalk(new Random(4711));
    private final HttpClient browser = ChatPage.browser();

    /** @param sql their database: which task a ticket has, an agent reads off a list that others measure */
    HttpTickets(String name, List<Node> nodes, JdbcClient sql) {
        this.name = name;
        this.nodes = nodes;
        this.sql = sql;
        nodes.forEach(node -> agents.add(AgentAtDesk.signsIn(node.port(), "anna")));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void live(int number) throws Exception {
        var language = number % 2 == 0 ? "de" : "en";
        // By threes, so that each node gets tickets of each kind.
        var place = number / 3 % nodes.size();
        try (var page = ChatPage.opens(browser, nodes.get(place).port(), language, talk.asksOfOrder(language))) {
            var answer = page.hears(event -> event.isFrom("bot")).data();
            if (Contender.needsPerson(number)) {
                page.sends("POST", "/messages", Map.of("text", talk.asksForAPerson(language, true)));
                page.hears(event -> event.isFrom("system"));
                isHelpedBy(agents.get(place), page.ticket(), language);
            } else {
                page.sends("PUT", "/messages/" + answer.path("id").asText() + "/feedback", Map.of("helped", true));
            }
            page.hears(event ->
                    event.isStatus(status -> status.path("rating").path("asked").asBoolean()));
            page.sends("PUT", "/rating", Map.of("score", 5));
            page.hears(event ->
                    event.isStatus(status -> status.path("state").asText().equals("CLOSED")));
        }
    }

    private void isHelpedBy(AgentAtDesk agent, String ticket, String language) throws InterruptedException {
        var task = task(ticket);
        while (stepsLeft(ticket) > 0) Thread.sleep(5);
        agent.opens(task);
        var replied = agent.replies(task, talk.reply(language), "resolve");
        if (replied.status() != 200) throw new IllegalStateException("Reply: " + replied.status());
    }

    private String task(String ticket) {
        return sql.sql("select k.id_ from act_ru_execution e join act_ru_task k on k.proc_inst_id_ = e.id_"
                        + " where e.business_key_ = ?")
                .param(ticket)
                .query(String.class)
                .single();
    }

    private long stepsLeft(String ticket) {
        return sql.sql("select count(*) from act_ru_execution e join act_ru_job j on j.process_instance_id_ = e.id_"
                        + " where e.business_key_ = ? and j.type_ = 'message'")
                .param(UUID.fromString(ticket).toString())
                .query(Long.class)
                .single();
    }

    @Override
    public void rest() {
        // It stays ready, as it does for its customers.
    }

    @Override
    public void goOn() {
        // See above.
    }

    @Override
    public void close() {
        // Whoever started the nodes ends them.
    }
}
