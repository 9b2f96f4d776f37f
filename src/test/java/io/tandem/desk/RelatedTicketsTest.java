package io.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.process.AgentTasks;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Ticket.Resolution;
import io.tandem.ticket.Ticket.State;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One out of two, two out of one, and two that know each other. */
@TandemRuns
class RelatedTicketsTest {

    /** The first ticket waits for the bot to have read its articles. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private Tickets tickets;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private MeterRegistry meters;

    private CustomerInChat karla;
    private AgentAtDesk anna;
    private AgentAtDesk ben;
    private String task;

    @BeforeEach
    void annaHasATicket() {
        karla = CustomerInChat.writes(port, "en", "human please, the blender is broken");
        anna = AgentAtDesk.signsIn(port, "anna");
        ben = AgentAtDesk.signsIn(port, "ben");
        task = taskOn(karla.ticket());
        anna.claimsInTasklist(task, "anna");
        karla.sees("AGENT");
        karla.writes("And where is my refund?");
    }

    @Test
    void aSecondMatterGetsATicketOfItsOwnWithTheSameAgent() {
        var number = splits(anna, "And where is my refund?");

        var second = tickets.byNumber(number).orElseThrow();
        assertThat(second.customer()).isEqualTo(tickets.get(karla.ticket()).customer());
        var form = anna.opens(taskOn(second.id()));
        assertThat(form.path("mine").asBoolean()).isTrue();
        assertThat(form.path("messages").findValuesAsText("text"))
                .contains("And where is my refund?")
                .noneMatch(text -> text.contains("blender"));
        assertThat(form.at("/brief/matter").asText()).isEqualTo("And where is my refund?");
        assertThat(related(task)).containsExactly(number + " split_off");
        assertThat(related(taskOn(second.id()))).containsExactly(number(karla) + " split_from");
    }

    @Test
    void theCustomerIsToldOnceAndReachesBothTickets() {
        var number = splits(anna, "And where is my refund?");

        karla.hears("system", message -> message.path("text").asText().contains("number " + number));
        var other = karla.status().path("others").path(0);
        assertThat(other.path("number").asLong()).isEqualTo(number);
        var second = read(other);
        assertThat(texts(second)).containsExactly("And where is my refund?");
        assertThat(second.at("/status/agent").asText()).isEqualTo("Anna");
        assertThat(second.at("/status/others/0/number").asLong()).isEqualTo(number(karla));
        await().pollDelay(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(texts(read(other))).hasSize(1));
    }

    @Test
    void theSameSplitAskedForTwiceSplitsOnce() {
        var split = Map.of("messages", List.of(message("And where is my refund?")), "id", UUID.randomUUID());

        var first =
                anna.act("POST", task, "/splits", split).body().path("number").asLong();
        var second =
                anna.act("POST", task, "/splits", split).body().path("number").asLong();

        assertThat(second).isEqualTo(first);
        assertThat(related(task)).hasSize(1);
    }

    @Test
    void withoutAWordOfTheCustomerThereIsNothingToSplit() {
        assertThat(anna.act("POST", task, "/splits", Map.of("messages", List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(anna.act("POST", task, "/splits", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void whoeverHasTheTicketSplitsIt() {
        var refused = ben.act("POST", task, "/splits", Map.of("messages", List.of(message("And where is my refund?"))));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("name").asText()).isEqualTo("Anna");
    }

    @Test
    void twoTicketsOfOneCustomerBecomeOne() {
        var second = tickets.byNumber(splits(anna, "And where is my refund?")).orElseThrow();
        var key = karla.status().path("others").path(0);
        ben.act("POST", task, "/note", Map.of("text", "a note on the first", "id", "n1"));

        var secondTask = taskOn(second.id());
        var counted = merged();
        assertThat(anna.act("PUT", secondTask, "/merged/" + number(karla), null).status())
                .isEqualTo(204);

        assertThat(merged()).isGreaterThan(counted);
        var first = tickets.get(karla.ticket());
        assertThat(first.mergedInto()).contains(second.id());
        assertThat(first.resolution()).contains(Resolution.MERGED);
        await().atMost(PATIENCE)
                .until(() -> tickets.get(karla.ticket()).state() == State.CLOSED
                        && runtime.createProcessInstanceQuery()
                                        .processInstanceBusinessKey(
                                                karla.ticket().toString())
                                        .count()
                                == 0);
        assertThat(anna.opens(secondTask).path("messages").findValuesAsText("text"))
                .contains("human please, the blender is broken", "a note on the first")
                .containsOnlyOnce("And where is my refund?");
        assertThat(related(secondTask)).contains(number(karla) + " merged");
        assertThat(texts(read(key)))
                .contains("human please, the blender is broken")
                .doesNotContain("a note on the first");
    }

    /** What operators read of it. */
    private double merged() {
        return meters.get("tandem.tickets.resolved")
                .tag("resolution", "merged")
                .counter()
                .count();
    }

    @Test
    void theMergedTicketsKeyLeadsToTheOneInWhichItGoesOn() {
        var second = tickets.byNumber(splits(anna, "And where is my refund?")).orElseThrow();
        var secondTask = taskOn(second.id());
        anna.act("PUT", secondTask, "/merged/" + number(karla), null);

        var status = karla.status();
        assertThat(status.at("/continuedIn/number").asLong()).isEqualTo(second.number());
        assertThat(status.at("/rating/asked").asBoolean()).isFalse();
        assertThat(status.path("text").asText()).contains(String.valueOf(second.number()));
        var written = karla.writes("Is anybody there?");

        assertThat(written.body().at("/continuedIn/number").asLong()).isEqualTo(second.number());
        assertThat(anna.opens(secondTask).path("messages").findValuesAsText("text"))
                .contains("Is anybody there?");
        karla.asksForAPerson();
        assertThat(tickets.get(second.id()).isOpen()).isTrue();
    }

    @Test
    void mergedTwiceIsMergedOnce() {
        var second = tickets.byNumber(splits(anna, "And where is my refund?")).orElseThrow();
        var secondTask = taskOn(second.id());
        anna.act("PUT", secondTask, "/merged/" + number(karla), null);
        var before = anna.opens(secondTask).path("messages").size();

        assertThat(anna.act("PUT", secondTask, "/merged/" + number(karla), null).status())
                .isEqualTo(204);
        assertThat(anna.opens(secondTask).path("messages").size()).isEqualTo(before);
    }

    @Test
    void onlyOpenTicketsOfTheSameCustomerAreMerged() {
        var luc = CustomerInChat.writes(port, "en", "human please");
        taskOn(luc.ticket());

        var strangers = anna.act("PUT", task, "/merged/" + number(luc), null);
        assertThat(strangers.status()).isEqualTo(409);
        assertThat(strangers.body().path("title").asText()).contains("different customers");
        assertThat(anna.act("PUT", task, "/merged/" + number(karla), null).status())
                .isEqualTo(400);
        assertThat(anna.act("PUT", task, "/merged/999999", null).status()).isEqualTo(404);
        assertThat(tickets.get(luc.ticket()).mergedInto()).isEmpty();
    }

    @Test
    void aTicketThatAColleagueWorksOnIsNotTakenFromThem() {
        var second = tickets.byNumber(splits(anna, "And where is my refund?")).orElseThrow();
        anna.passesOn(taskOn(second.id()), Map.of("user", "ben"), "yours");

        var refused = anna.act("PUT", task, "/merged/" + second.number(), null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asText()).contains("Ben");
    }

    @Test
    void linkedTicketsShowEachOtherInBothDirections() {
        var luc = CustomerInChat.writes(port, "en", "human please, the blender is broken here too");
        var other = taskOn(luc.ticket());

        assertThat(anna.act("PUT", task, "/links/" + number(luc), null).status())
                .isEqualTo(204);
        anna.act("PUT", task, "/links/" + number(luc), null);

        assertThat(related(task)).containsExactly(number(luc) + " link");
        assertThat(related(other)).containsExactly(number(karla) + " link");
        assertThat(anna.act("GET", task, "/tickets/" + number(luc), null)
                        .body()
                        .path("messages")
                        .findValuesAsText("text"))
                .contains(
                        "human please, the blender is broken here too",
                        "Anna has linked this ticket with #" + number(karla) + ".");
        assertThat(anna.act("DELETE", other, "/links/" + number(karla), null).status())
                .isEqualTo(204);
        assertThat(related(task)).isEmpty();
        assertThat(karla.messages())
                .noneMatch(message -> message.path("text").asText().contains("linked"));
    }

    @Test
    void aTicketOfAGroupThatIsNotOnesOwnIsNotSeen() {
        var luc = CustomerInChat.writes(port, "en", "human please");
        var lucs = taskOn(luc.ticket());
        var lea = AgentAtDesk.signsIn(port, "lea");
        lea.passesOn(lucs, Map.of("group", "leads"), "for us");

        assertThat(anna.act("PUT", task, "/links/" + number(luc), null).status())
                .isEqualTo(404);
        assertThat(anna.act("GET", task, "/tickets/" + number(luc), null).status())
                .isEqualTo(404);
        assertThat(lea.act("PUT", task, "/links/" + number(luc), null).status()).isEqualTo(204);
        var seen =
                anna.act("GET", task, "/together", null).body().path("related").path(0);
        assertThat(seen.path("number").asLong()).isEqualTo(number(luc));
        assertThat(seen.path("visible").asBoolean()).isFalse();
        assertThat(seen.path("matter").isNull()).isTrue();
    }

    private long splits(AgentAtDesk agent, String text) {
        var split = agent.act("POST", task, "/splits", Map.of("messages", List.of(message(text))));
        assertThat(split.status()).isEqualTo(201);
        return split.body().path("number").asLong();
    }

    private String message(String text) {
        return StreamSupport.stream(anna.opens(task).path("messages").spliterator(), false)
                .filter(message -> message.path("text").asText().equals(text))
                .map(message -> message.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<String> related(String task) {
        var related = anna.act("GET", task, "/together", null).body().path("related");
        return StreamSupport.stream(related.spliterator(), false)
                .map(one ->
                        one.path("number").asText() + " " + one.path("relation").asText())
                .toList();
    }

    private JsonNode read(JsonNode key) {
        return new Http(port)
                .send(
                        "GET",
                        "/api/tickets/" + key.path("ticket").asText() + "/messages",
                        null,
                        "Authorization",
                        "Bearer " + key.path("token").asText())
                .body();
    }

    private static List<String> texts(JsonNode conversation) {
        return conversation.path("messages").findValuesAsText("text");
    }

    private long number(CustomerInChat customer) {
        return tickets.get(customer.ticket()).number();
    }

    private String taskOn(UUID ticket) {
        return await().atMost(PATIENCE)
                .until(() -> tasks.openOn(ticket), Optional::isPresent)
                .orElseThrow()
                .id();
    }
}
