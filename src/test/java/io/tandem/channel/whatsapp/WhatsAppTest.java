package io.tandem.channel.whatsapp;

import static io.tandem.story.SampleFiles.jpeg;
import static io.tandem.story.SampleFiles.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.Proven;
import io.tandem.channel.ChannelHealth;
import io.tandem.channel.Deliveries.Fate;
import io.tandem.channel.Deliveries.State;
import io.tandem.channel.Inbox;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.ticket.Message;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Customers who write by WhatsApp: whole conversations, with a Meta of the tests at the other end. */
@ExtendWith(OutputCaptureExtension.class)
class WhatsAppTest extends ByWhatsApp {

    private static final String UNCLEAR = "invoice copy or business invoice";

    @Autowired
    private Inbox inbox;

    @Autowired
    private Ratings ratings;

    @Autowired
    private ChannelHealth health;

    @Test
    void aWholeConversation() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> call.type().equals("interactive"));
        assertThat(answer.body().at("/interactive/type").asText()).isEqualTo("button");
        assertThat(answer.text()).startsWith("_This is Waldkauz").contains("http");
        assertThat(answer.titles()).containsExactly("That helped", "Did not help", "Talk to a person");
        var ticket = ticketOfKarla();
        assertThat(messages.of(ticket.id()).get(0).name()).isEqualTo("Karla Kunde");

        karla.presses(answer, "Talk to a person");
        karla.hears("A person takes over");
        karla.hears("Of course.");

        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        var label = anna.uploads(task, pdf(), "attachment; filename=\"label.pdf\"");
        var photo = anna.uploads(task, jpeg(40, 30), "attachment; filename=\"parcel.jpg\"");
        assertThat(replies(anna, task, "Two days, Karla.\nAnna", "resolve", id(label.body()), id(photo.body())))
                .isEqualTo(200);

        karla.hears("Two days, Karla.\nAnna");
        var document = karla.hears(call -> call.type().equals("document"));
        assertThat(document.body().path("document"))
                .isEqualTo(Http.JSON.valueToTree(Map.of("id", "4490709327384033", "filename", "label.pdf")));
        karla.hears(call -> call.type().equals("image"));
        assertThat(api.calls())
                .anySatisfy(call -> assertThat(call.raw())
                        .contains(
                                "name=\"messaging_product\"", "filename=\"label.pdf\"", "application/pdf", "%PDF-1.4"));

        var question = karla.hears(call -> call.choices().size() == 5);
        assertThat(question.body().at("/interactive/type").asText()).isEqualTo("list");
        assertThat(question.body().at("/interactive/action/button").asText()).isEqualTo("Choose");
        var press = karla.press(question, "5 – very good");
        karla.happens(press, press);
        karla.happens(press);
        karla.hears("Thank you for your rating");
        assertThat(ratings.of(tickets.get(ticket.id())).map(Rating::score)).hasValue(5);
        assertThat(karla.heard())
                .filteredOn(call -> call.text().startsWith("Thank you"))
                .hasSize(1);

        karla.writes("One more thing");
        assertThat(ticketOfKarla().id()).isEqualTo(ticket.id());
        assertThat(said(ticket)).contains("One more thing");
    }

    @Test
    void longChoicesStandInAList() {
        karla.writes(UNCLEAR);
        var question = karla.hears(call -> call.type().equals("interactive"));
        assertThat(question.titles())
                .hasSize(3)
                .allSatisfy(title -> assertThat(title).hasSizeLessThanOrEqualTo(24));

        karla.presses(question, question.titles().get(0));

        karla.hears(call -> call.titles().contains("That helped"));
        assertThat(said(ticketOfKarla())).hasSize(2);
    }

    @Test
    void whatMetaTellsTwiceIsTakenOnce() throws Exception {
        var told = IntStream.range(0, 20)
                .mapToObj(i -> karla.message("text", Map.of("body", "It is broken, number " + i)))
                .toList();
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 2; i++) {
            told.forEach(
                    message -> calls.add(() -> karla.tells(karla.call(CloudApi.NUMBER, List.of(message), List.of()))));
        }
        calls.add(() -> karla.tells(karla.call(CloudApi.NUMBER, told, List.of())));
        Collections.shuffle(calls, new Random(7));

        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var answer : threads.invokeAll(calls)) assertThat(answer.get()).isEqualTo(200);
        } finally {
            threads.shutdown();
        }

        assertThat(said(ticketOfKarla())).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void filesAreFetchedFromMetaOnly() {
        karla.writes(KNOWN);
        karla.hears(call -> call.type().equals("interactive"));
        api.has("100", jpeg(60, 40));
        karla.happens(karla.message("image", Map.of("id", "100", "caption", "Broken!", "mime_type", "image/jpeg")));
        var ticket = ticketOfKarla();
        assertThat(said(ticket)).containsExactly(KNOWN, "Broken!");
        assertThat(attachments.of(ticket.id())).hasSize(1);

        for (var elsewhere : List.of(
                "http://evil.example/x",
                "https://evil.example/x",
                "http://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com@evil.example/x",
                "https://lookaside.fbsbx.com:8443/x",
                "file:///etc/passwd",
                "")) {
            api.has("101", elsewhere, 10);
            karla.happens(karla.message("document", Map.of("id", "101", "filename", "trap.pdf")));
        }
        api.has("102", api.server().baseUrl() + "/attachments/102", 900_000_000);
        karla.happens(karla.message("video", Map.of("id", "102")));
        api.gives("103", CloudApi.no(400, 100));
        karla.happens(karla.message("audio", Map.of("id", "103")));

        karla.hears("We do not have your file “trap.pdf”. It did not get through.");
        karla.hears("We do not have your file “video.mp4”. A file can have at most 10 MB.");
        assertThat(said(ticket))
                .hasSize(11)
                .contains("[A file that we could not take: trap.pdf]", "[A file that we could not take: voice.ogg]");
        assertThat(attachments.of(ticket.id())).hasSize(1);
        assertThat(api.calls()).noneMatch(call -> call.path().contains("attachments/102"));
    }

    @Test
    void aMessageThatCannotBeTakenNowHoldsUpNoOther() {
        api.gives("200", CloudApi.no(500, 2));
        var image = karla.message("image", Map.of("id", "200", "mime_type", "image/jpeg"));
        var call = karla.call(
                CloudApi.NUMBER,
                List.of(image, karla.message("text", Map.of("body", "And one more thing"))),
                List.of());
        assertThat(karla.tells(call)).isEqualTo(503);
        assertThat(said(ticketOfKarla())).containsExactly("And one more thing");

        api.has("200", jpeg(60, 40));
        assertThat(karla.tells(call)).isEqualTo(200);

        assertThat(said(ticketOfKarla())).containsExactly("And one more thing", "");
        assertThat(attachments.of(ticketOfKarla().id())).hasSize(1);
    }

    @Test
    void whatBecomesOfAMessageIsToldInAnyOrder() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> call.type().equals("interactive"));
        var ticket = ticketOfKarla();
        await().atMost(CloudApi.PATIENCE).until(() -> fates(ticket).contains(new Fate(State.SENT, null, "whatsapp")));

        assertThat(karla.hasStatus(answer.id(), "read", 0)).isEqualTo(200);
        assertThat(karla.hasStatus(answer.id(), "sent", 0)).isEqualTo(200);
        assertThat(karla.hasStatus(answer.id(), "delivered", 0)).isEqualTo(200);
        assertThat(fates(ticket)).containsExactly(new Fate(State.DELIVERED, null, "whatsapp"));
        assertThat(karla.hasStatus("wamid.OF-NOBODY", "failed", 131_026)).isEqualTo(200);

        assertThat(karla.hasStatus(answer.id(), "failed", 131_026)).isEqualTo(200);
        assertThat(karla.hasStatus(answer.id(), "delivered", 0)).isEqualTo(200);
        assertThat(fates(ticket))
                .contains(new Fate(State.FAILED, "WhatsApp does not reach the customer: error 131026", "whatsapp"));
        await().atMost(CloudApi.PATIENCE).until(() -> tickets.get(ticket.id()).withPerson());
    }

    @Test
    void metaTellsOfAsMuchAsThreeMegabytesAtOnce() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> call.type().equals("interactive"));
        var ticket = ticketOfKarla();
        await().atMost(CloudApi.PATIENCE).until(() -> fates(ticket).contains(new Fate(State.SENT, null, "whatsapp")));

        assertThat(karla.tells(statuses(3_251_000, answer.id()))).isEqualTo(413);
        assertThat(fates(ticket)).containsExactly(new Fate(State.SENT, null, "whatsapp"));

        assertThat(karla.tells(statuses(2_622_000, answer.id()))).isEqualTo(200);
        assertThat(fates(ticket)).containsExactly(new Fate(State.DELIVERED, null, "whatsapp"));
        karla.writes("And to Austria?");
        assertThat(said(ticket)).containsExactly(KNOWN, "And to Austria?");
    }

    /** Of other numbers' messages, and last that this one was read. */
    private JsonNode statuses(int bytes, String read) {
        var statuses = IntStream.rangeClosed(0, bytes / 400)
                .mapToObj(i -> Http.JSON
                        .createObjectNode()
                        .put("id", "wamid.OF-SOMEBODY-ELSE-" + i)
                        .put("status", "delivered")
                        .put("timestamp", "1795680000")
                        .put("recipient_id", karla.number())
                        .put("biz_opaque_callback_data", "x".repeat(250)))
                .toList();
        statuses.get(statuses.size() - 1).put("id", read).put("status", "read");
        var call = karla.call(CloudApi.NUMBER, List.of(), statuses);
        var missing = bytes - call.toString().length();
        statuses.get(0).put("biz_opaque_callback_data", "x".repeat(250 + Math.max(0, missing)));
        assertThat(call.toString().length()).isBetween(bytes, bytes + 60_000);
        return call;
    }

    @Test
    void aTokenThatHasRunOutDelaysWhatsAppOnly(CapturedOutput log) {
        api.sending(CloudApi.no(401, 190));
        karla.writes(KNOWN);
        await().atMost(CloudApi.PATIENCE)
                .until(() -> health.health().getDetails().toString().contains("WhatsApp refuses our token"));
        CustomerInChat.writes(port, "en", KNOWN).hears("bot");
        inbox.wantHuman(ticketOfKarla().id());

        api.works();

        karla.hears("Of course.");
        assertThat(karla.heard())
                .extracting(call -> call.text().substring(0, 8))
                .containsExactly("_This is", "Of cours");
        assertThat(log.getAll()).doesNotContain(CloudApi.TOKEN, CloudApi.APP_SECRET, karla.number(), KNOWN);
    }

    @Test
    void whatIsNoMessageIsNoTicket() {
        karla.happens(karla.message("reaction", Map.of("message_id", "wamid.1", "emoji", "👍")));
        var call = karla.call("999", List.of(karla.message("text", Map.of("body", "to another number"))), List.of());
        assertThat(karla.tells(call)).isEqualTo(200);
        karla.happens(karla.message("system", Map.of("type", "user_changed_number", "wa_id", "4915112345678")));
        assertThat(ticketsOfKarla()).isEmpty();

        karla.writes("I want to talk to a person");
        karla.happens(karla.message("system", Map.of("type", "user_changed_number", "wa_id", "4915112345678")));
        karla.happens(karla.message("location", Map.of("latitude", 52.52, "longitude", 13.405, "name", "Depot")));

        assertThat(messages.of(ticketOfKarla().id()))
                .filteredOn(Message::internal)
                .anySatisfy(note -> assertThat(note.text()).contains("+4915112345678"));
        assertThat(said(ticketOfKarla())).anySatisfy(text -> assertThat(text).contains("Depot, 52.52, 13.405"));
    }

    @Test
    void whoCannotSignFindsNothing() {
        var body = karla.call(CloudApi.NUMBER, List.of(karla.message("text", Map.of("body", KNOWN))), List.of())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(karla.tells(body, new Signature("another secret").of(body))).isEqualTo(404);
        assertThat(karla.tells(body, "")).isEqualTo(404);
        assertThat(karla.tells(body, "sha256=")).isEqualTo(404);
        assertThat(karla.tells(
                        (new String(body, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8),
                        new Signature(CloudApi.APP_SECRET).of(body)))
                .isEqualTo(404);
        assertThat(ticketsOfKarla()).isEmpty();
    }

    /** Whatever it is answered, it does not count as a stranger's call. */
    @Test
    void whoCanSignHasProvenWhoTheyAre() throws Exception {
        var rubbish = "[]".getBytes(StandardCharsets.UTF_8);
        assertThat(isProven(rubbish, new Signature(CloudApi.APP_SECRET).of(rubbish)))
                .isTrue();
        assertThat(isProven(rubbish, new Signature("another secret").of(rubbish)))
                .isFalse();
    }

    private boolean isProven(byte[] body, String signature) throws Exception {
        var call = post(WhatsAppController.PATH).header("X-Hub-Signature-256", signature);
        return Proven.is(webhook.perform(call.content(body)).andReturn().getRequest());
    }

    @Test
    void rubbishIsRefused(CapturedOutput log) {
        var signature = new Signature(CloudApi.APP_SECRET);
        for (var rubbish : List.of("x", "[]", "7", "{} {}", "{", "[".repeat(5000), "{\"a\":".repeat(5000), "\u0000")) {
            var body = rubbish.getBytes(StandardCharsets.UTF_8);
            assertThat(karla.tells(body, signature.of(body))).as(rubbish).isEqualTo(400);
        }
        for (var odd : List.of(
                "{}",
                "{\"entry\": 5}",
                "{\"entry\": [7, null, {\"changes\": {}}]}",
                "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": []}]}]}",
                "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": {\"metadata\": {\"phone_number_id\": \"%s\"},"
                                .formatted(CloudApi.NUMBER)
                        + " \"contacts\": {\"a\": 1}, \"messages\": [1, [], {\"from\": 5}], \"statuses\": [null, \"x\"]}}]}]}")) {
            var body = odd.getBytes(StandardCharsets.UTF_8);
            assertThat(karla.tells(body, signature.of(body))).as(odd).isEqualTo(200);
        }
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @Test
    void metaVerifiesTheWebhook() throws Exception {
        assertThat(verified("subscribe", CloudApi.VERIFY_TOKEN, "1158201444")).isEqualTo("200 1158201444");
        assertThat(verified("subscribe", "guessed", "1158201444"))
                .startsWith("404")
                .doesNotContain("1158201444");
        assertThat(verified("unsubscribe", CloudApi.VERIFY_TOKEN, "1158201444")).startsWith("404");
        assertThat(verified("subscribe", CloudApi.VERIFY_TOKEN, "<script>"))
                .startsWith("404")
                .doesNotContain("<script>");
    }

    private String verified(String mode, String token, String challenge) throws Exception {
        var response = webhook.perform(get(WhatsAppController.PATH)
                        .queryParam("hub.mode", mode)
                        .queryParam("hub.verify_token", token)
                        .queryParam("hub.challenge", challenge))
                .andReturn()
                .getResponse();
        return response.getStatus() + " " + response.getContentAsString();
    }

    /** At the real door: nobody needs a log-in there, nobody gets far, and nobody sends much. */
    @Test
    void asLongAsNothingIsConfiguredNothingIsThere() {
        var door = new Http(port);
        assertThat(door.send(
                                "GET",
                                WhatsAppController.PATH + "?hub.mode=subscribe&hub.verify_token=&hub.challenge=1",
                                null)
                        .status())
                .isEqualTo(404);
        assertThat(door.send("POST", WhatsAppController.PATH, Map.of("entry", List.of()))
                        .status())
                .isEqualTo(404);
        assertThat(door.send("POST", WhatsAppController.PATH, Map.of("entry", "x".repeat(3_000_000)))
                        .status())
                .isEqualTo(404);
        assertThat(door.send("POST", WhatsAppController.PATH, Map.of("entry", "x".repeat(3_200_000)))
                        .status())
                .isEqualTo(413);
        assertThat(door.send("POST", "/api/channels/telegram", Map.of("entry", "x".repeat(1_100_000)))
                        .status())
                .isEqualTo(413);
    }
}
