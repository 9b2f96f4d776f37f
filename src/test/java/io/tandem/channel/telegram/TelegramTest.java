package io.tandem.channel.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static io.tandem.story.SampleFiles.jpeg;
import static io.tandem.story.SampleFiles.pdf;
import static io.tandem.story.SampleFiles.windowsProgram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.tandem.api.Proven;
import io.tandem.attachment.Attachments;
import io.tandem.channel.ChannelHealth;
import io.tandem.channel.Channels;
import io.tandem.channel.Deliveries;
import io.tandem.channel.Deliveries.State;
import io.tandem.channel.Inbox;
import io.tandem.channel.Presses;
import io.tandem.channel.PublicAddress;
import io.tandem.channel.messenger.Arrivals;
import io.tandem.channel.messenger.PressedMessages;
import io.tandem.channel.messenger.SentParts;
import io.tandem.content.Texts;
import io.tandem.node.Leases;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Customers who write by Telegram: whole conversations, with a Telegram of the tests at the other end. */
@TandemRuns
@ExtendWith(OutputCaptureExtension.class)
class TelegramTest {

    private static final String KNOWN = "How long does delivery take?";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext tandem;

    @Autowired
    private Channels channels;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Messages messages;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Ratings ratings;

    @Autowired
    private Attachments attachments;

    @Autowired
    private SentParts parts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private ChannelHealth health;

    @Autowired
    private Leases leases;

    @Autowired
    private JdbcClient sql;

    private final BotApi api = new BotApi();
    private MockMvc webhook;
    private TelegramConnection telegram;
    private TelegramUpdates updates;
    private SomebodyOnTelegram karla;

    @BeforeEach
    void connect() {
        api.opens();
        var settings = api.settings(BotApi.SECRET);
        telegram = new TelegramConnection(settings, attachments, parts);
        channels.connect(telegram.channels().get(0));
        updates = new TelegramConfiguration()
                .telegramUpdates(
                        telegram,
                        arrivals,
                        tandem.getBean(PressedMessages.class),
                        tandem.getBean(Presses.class),
                        inbox,
                        messages,
                        tickets,
                        tandem.getBean(Texts.class));
        webhook = MockMvcBuilders.standaloneSetup(new TelegramController(settings, updates))
                .setControllerAdvice(tandem.getBean("problems"))
                .build();
        karla = new SomebodyOnTelegram(webhook, api);
    }

    @AfterEach
    void disconnect() {
        channels.disconnect(TelegramSettings.CHANNEL);
        api.closes();
    }

    @Test
    void aWholeConversation() {
        karla.writes("/start");
        karla.hears("Hello! A machine answers first");
        assertThat(ticketsOfKarla()).isEmpty();

        karla.writes(KNOWN);
        var answer = karla.hears(call -> !call.buttons().isEmpty());
        assertThat(answer.body().path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(answer.text()).startsWith("<i>This is Waldkauz").contains("<a href=\"http");
        assertThat(answer.labels()).containsExactly("That helped", "Did not help", "Talk to a person");
        var ticket = ticketOfKarla();
        assertThat(ticket.language()).isEqualTo("en");
        assertThat(messages.of(ticket.id()).get(0).name()).isEqualTo("Karla Kunde");

        karla.presses(answer, "Talk to a person");
        var toast = api.hears(call -> call.method().equals("answerCallbackQuery"));
        assertThat(toast.text()).startsWith("A person takes over");
        api.hears(call -> call.method().equals("editMessageReplyMarkup")
                && call.body().path("message_id").asLong() == answer.message()
                && !call.body().has("reply_markup"));
        karla.hears("Of course.");

        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        var label = anna.uploads(task, pdf(), "attachment; filename=\"label.pdf\"");
        var photo = anna.uploads(task, jpeg(40, 30), "attachment; filename=\"parcel.jpg\"");
        assertThat(replies(anna, task, "Two *days* <b>, Karla.\nAnna", "resolve", id(label.body()), id(photo.body())))
                .isEqualTo(200);

        karla.hears("Two *days* &lt;b&gt;, Karla.\nAnna");
        assertThat(api.hears(call -> call.method().equals("sendDocument")).raw())
                .contains(
                        "name=\"chat_id\"",
                        karla.chat(),
                        "filename=\"label.pdf\"",
                        "Content-Type: application/pdf",
                        "%PDF-1.4");
        assertThat(api.hears(call -> call.method().equals("sendPhoto")).raw()).contains("filename=\"parcel.jpg\"");

        var question = karla.hears(call -> call.buttons().size() == 5);
        karla.presses(question, "5 – very good");
        api.hears(call ->
                call.method().equals("answerCallbackQuery") && call.text().startsWith("Thank you"));
        assertThat(ratings.of(tickets.get(ticket.id())).map(Rating::score)).hasValue(5);

        karla.writes("One more thing");
        assertThat(ticketOfKarla().id()).isEqualTo(ticket.id());
        assertThat(said(ticket)).contains("One more thing");
    }

    /** The old words stand in the chat still, with their buttons. */
    @Test
    void whoPressesUnderWordsThatWereNotForThemChangesNothing() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> !call.buttons().isEmpty());
        var ticket = ticketOfKarla();
        var address = new Address(TelegramSettings.CHANNEL, ticket.address().orElseThrow());
        tandem.getBean(Transactions.class)
                .inOne(() -> tandem.getBean(Addresses.class).remove(address, ticket.customer()));

        karla.presses(answer, "Talk to a person");

        api.hears(call -> call.method().equals("answerCallbackQuery"));
        assertThat(tickets.get(ticket.id()).withPerson()).isFalse();
    }

    private static int replies(AgentAtDesk agent, String task, String text, String action, String... files) {
        var reply = Map.of("text", text, "action", action, "id", UUID.randomUUID(), "attachments", List.of(files));
        return agent.act("POST", task, "/reply", reply).status();
    }

    private static String id(JsonNode file) {
        return file.path("id").asText();
    }

    @Test
    void whatTelegramTellsTwiceIsTakenOnce() throws Exception {
        var updatesOfKarla = IntStream.range(0, 20)
                .mapToObj(i -> {
                    var update = karla.update("message");
                    update.withObject("/message").put("text", "It is broken, number " + i);
                    return update;
                })
                .toList();
        var twice = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 2; i++) updatesOfKarla.forEach(update -> twice.add(() -> karla.tells(update)));
        Collections.shuffle(twice, new Random(7));

        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var told : threads.invokeAll(twice)) assertThat(told.get()).isEqualTo(200);
        } finally {
            threads.shutdown();
        }

        assertThat(said(ticketOfKarla())).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void filesComeInAndWhatIsDangerousDoesNot() {
        api.has("good", jpeg(60, 40));
        karla.sends("photo", List.of(Map.of("file_id", "good", "width", 60, "height", 40, "file_size", 900)));
        var ticket = ticketOfKarla();
        assertThat(attachments.of(ticket.id()).values())
                .hasSize(1)
                .first()
                .satisfies(files ->
                        assertThat(files).extracting(file -> file.name()).containsExactly("photo.jpg"));

        api.has("bad", windowsProgram());
        karla.sends("document", Map.of("file_id", "bad", "file_name", "invoice_*1*.exe", "file_size", 512));
        karla.hears("We do not have your file “invoice_*1*.exe”. Files of this kind");
        assertThat(said(ticket)).contains("[A file that we could not take: invoice_*1*.exe]");

        karla.sends("video", Map.of("file_id", "huge", "file_size", 900_000_000));
        karla.hears("We do not have your file “video.mp4”. A file can have at most 10 MB.");

        api.answers("getFile", BotApi.no(400, "Bad Request: invalid file_id", "{}"));
        karla.sends("voice", Map.of("file_id", "gone", "duration", 3));
        karla.hears("We do not have your file “voice.ogg”. It did not get through.");
        assertThat(attachments.of(ticket.id())).hasSize(1);
    }

    @Test
    void aMessageWaitsForItsFileButNotForEver() {
        api.answers("getFile", BotApi.no(502, "Bad Gateway", "{}"));
        var update = karla.update("message");
        update.withObject("/message")
                .putObject("document")
                .put("file_id", "late")
                .put("file_name", "late.pdf");
        update.withObject("/message").put("caption", "My invoice");
        assertThat(karla.tells(update)).isEqualTo(503);
        assertThat(ticketsOfKarla()).isEmpty();

        api.has("late", pdf());
        karla.happens(update);
        assertThat(said(ticketOfKarla())).containsExactly("My invoice");
        assertThat(attachments.of(ticketOfKarla().id())).hasSize(1);

        api.answers("getFile", BotApi.no(502, "Bad Gateway", "{}"));
        var old = karla.update("message");
        old.withObject("/message").put("date", 1441645532).put("caption", "Another");
        old.withObject("/message").putObject("document").put("file_id", "never").put("file_name", "never.pdf");
        karla.happens(old);
        assertThat(said(ticketOfKarla())).contains("Another\n[A file that we could not take: never.pdf]");
    }

    @Test
    void whatIsChangedLaterIsANote() {
        var written = karla.writes("My order is 4711, where is it?");
        var ticket = ticketOfKarla();

        var change = karla.changes(written, "My order is 4712, where is it?");
        karla.happens(change);

        assertThat(said(ticket)).containsExactly("My order is 4711, where is it?");
        assertThat(messages.of(ticket.id()))
                .filteredOn(Message::internal)
                .extracting(Message::text)
                .containsExactly(
                        "The customer has changed what they wrote. It now reads: My order is 4712, where is it?");

        karla.changes(karla.update("message"), "We do not know what this was before");
        assertThat(said(ticket)).contains("We do not know what this was before");
    }

    @Test
    void groupsChannelsAndOtherBotsAreNotServed() {
        var group = karla.update("message");
        group.withObject("/message").put("text", KNOWN).withObject("/chat").put("type", "supergroup");
        karla.happens(group);
        var bot = karla.update("message");
        bot.withObject("/message").put("text", KNOWN).withObject("/from").put("is_bot", true);
        karla.happens(bot);
        karla.happens(karla.update("channel_post"));
        karla.happens(karla.update("my_chat_member"));

        assertThat(ticketsOfKarla()).isEmpty();
        assertThat(api.calls())
                .filteredOn(call -> call.chat().equals(karla.chat()))
                .isEmpty();
    }

    @Test
    void nobodyPressesAnotherOnesButton() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> !call.buttons().isEmpty());
        var otto = new SomebodyOnTelegram(webhook, api);

        otto.presses(answer, "Talk to a person");

        assertThat(api.hears(call -> call.method().equals("answerCallbackQuery"))
                        .text())
                .isEqualTo("This button does not exist any more.");
        assertThat(ticketOfKarla().withPerson()).isFalse();
    }

    @Test
    void aTelegramThatIsDownDelaysItsOwnMessagesOnly() {
        api.answers("sendMessage", BotApi.no(502, "Bad Gateway", "{}"));
        karla.writes(KNOWN);
        await().atMost(BotApi.PATIENCE)
                .until(() -> health.health().getDetails().toString().contains("HTTP 502"));
        CustomerInChat.writes(port, "en", KNOWN).hears("bot");
        var ticket = ticketOfKarla();
        inbox.wantHuman(ticket.id());

        api.works();

        karla.hears("Of course.");
        assertThat(karla.heard())
                .extracting(call -> call.text().substring(0, 10))
                .containsExactly("<i>This is", "Of course.");
    }

    @Test
    void whoAsksUsToSlowDownIsLeftAlone() {
        api.server()
                .stubFor(WireMock.post("/bot" + BotApi.TOKEN + "/sendMessage")
                        .withRequestBody(WireMock.containing(karla.chat()))
                        .inScenario("flood")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(BotApi.no(429, "Too Many Requests: retry after 2", "{\"retry_after\": 2}"))
                        .willSetStateTo("over"));
        karla.writes(KNOWN);

        karla.hears(call -> !call.buttons().isEmpty());

        // The first call was refused; the second one comes when the pause is over.
        await().atMost(BotApi.PATIENCE)
                .untilAsserted(() -> assertThat(api.calls())
                        .filteredOn(call -> call.chat().equals(karla.chat()))
                        .hasSize(2));
    }

    @Test
    void whoHasBlockedTheBotIsForAPerson(CapturedOutput log) {
        api.answers("sendMessage", BotApi.no(403, "Forbidden: bot was blocked by the user", "{}"));

        karla.writes(KNOWN);

        var ticket = ticketOfKarla();
        await().atMost(BotApi.PATIENCE).until(() -> tickets.get(ticket.id()).withPerson());
        assertThat(deliveries.of(ticket.id()).values())
                .anySatisfy(fate -> assertThat(fate)
                        .isEqualTo(new Deliveries.Fate(
                                State.FAILED,
                                "the customer has blocked the bot or deleted their account",
                                "telegram")));
        assertThat(log.getAll()).doesNotContain(BotApi.TOKEN, BotApi.SECRET, KNOWN);
    }

    @Test
    void aLongReplyComesInPartsAndNoneOfThemTwice() {
        karla.writes("I want to talk to a person");
        var ticket = ticketOfKarla();
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        karla.hears("Of course.");
        api.server()
                .stubFor(WireMock.post("/bot" + BotApi.TOKEN + "/sendMessage")
                        .withRequestBody(containing("second"))
                        .inScenario("hiccup")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(BotApi.no(500, "Internal Server Error", "{}"))
                        .willSetStateTo("over"));

        var first = "first & ".repeat(400);
        assertThat(replies(anna, task, first + "\n\n" + "second ".repeat(400), "wait"))
                .isEqualTo(200);

        karla.hears(call -> call.text().endsWith("second"));
        var heard = karla.heard().stream()
                .filter(call -> !call.text().startsWith("Of course."))
                .toList();
        assertThat(heard).allSatisfy(call -> assertThat(call.text()).hasSizeLessThanOrEqualTo(4096));
        assertThat(String.join(
                                " ",
                                heard.stream().map(call -> call.text().strip()).toList())
                        .replaceAll("\\s+", " "))
                .isEqualTo(("first &amp; ".repeat(400) + "second ".repeat(400)).strip());
    }

    @Test
    void whoDoesNotKnowTheSecretFindsNothing() throws Exception {
        var update = karla.update("message");
        update.withObject("/message").put("text", KNOWN);
        assertThat(status(BotApi.SECRET + "x", update.toString())).isEqualTo(404);
        assertThat(status("", update.toString())).isEqualTo(404);
        assertThat(webhook.perform(post(TelegramController.PATH).content(update.toString()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(ticketsOfKarla()).isEmpty();
    }

    /** Whatever it is answered, it does not count as a stranger's call. */
    @Test
    void whoKnowsItHasProvenWhoTheyAre() throws Exception {
        assertThat(isProven(BotApi.SECRET)).isTrue();
        assertThat(isProven(BotApi.SECRET + "x")).isFalse();
    }

    private boolean isProven(String secret) throws Exception {
        var rubbish = post(TelegramController.PATH).content("{}");
        return Proven.is(webhook.perform(rubbish.header("X-Telegram-Bot-Api-Secret-Token", secret))
                .andReturn()
                .getRequest());
    }

    @Test
    void rubbishIsRefused(CapturedOutput log) throws Exception {
        for (var rubbish : List.of(
                "",
                "x",
                "[]",
                "7",
                "null",
                "\"update_id\"",
                "{}",
                "{\"update_id\": \"1\"}",
                "{\"update_id\": 1} {}",
                "{\"update_id\": 1, \"message\": ",
                "\u0000",
                "[".repeat(5000),
                "{\"a\":".repeat(5000))) {
            assertThat(status(BotApi.SECRET, rubbish)).as(rubbish).isEqualTo(400);
        }
        for (var odd : List.of(
                "{\"update_id\": 1}",
                "{\"update_id\": 1, \"message\": 5}",
                "{\"update_id\": 1, \"message\": {\"chat\": {\"id\": {}, \"type\": \"private\"}}}",
                "{\"update_id\": 1, \"message\": {\"chat\": {\"id\": 1.5, \"type\": \"private\"}, \"text\": \"x\"}}",
                "{\"update_id\": 1, \"callback_query\": {\"message\": []}}",
                "{\"update_id\": 1, \"edited_message\": null}")) {
            assertThat(status(BotApi.SECRET, odd)).as(odd).isEqualTo(200);
        }
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    private int status(String secret, String body) throws Exception {
        return webhook.perform(post(TelegramController.PATH)
                        .header("X-Telegram-Bot-Api-Secret-Token", secret)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** At the real door: nobody needs a log-in there, nobody gets far, and nobody sends much. */
    @Test
    void asLongAsNothingIsConfiguredNothingIsThere() {
        var door = new Http(port);
        assertThat(door.send(
                                "POST",
                                TelegramController.PATH,
                                Map.of("update_id", 1),
                                "X-Telegram-Bot-Api-Secret-Token",
                                "")
                        .status())
                .isEqualTo(404);
        assertThat(door.send("POST", TelegramController.PATH, Map.of("update_id", "x".repeat(2_000_000)))
                        .status())
                .isEqualTo(413);
        assertThat(door.send("GET", "/v3/api-docs", null).body().path("paths").has(TelegramController.PATH))
                .isFalse();
    }

    @Test
    void whoIsNotCalledAsks() {
        api.answers("getFile", BotApi.no(502, "Bad Gateway", "{}"));
        var one = karla.update("message").put("update_id", 500);
        one.withObject("/message").put("text", "First");
        var two = karla.update("message").put("update_id", 501);
        two.withObject("/message")
                .put("caption", "Second")
                .putObject("document")
                .put("file_id", "f")
                .put("file_name", "f.pdf");
        var both = "[" + one + "," + two + "]";
        api.server()
                .stubFor(WireMock.post("/bot" + BotApi.TOKEN + "/getUpdates")
                        .inScenario("hook")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(BotApi.no(
                                409,
                                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook",
                                "{}"))
                        .willSetStateTo("free"));
        asksFor(0, both);
        asksFor(501, "[" + two + "]");
        asksFor(502, "[]");
        var poller = new TelegramPoller(api.settings(""), telegram.api(), updates, leases, health);
        poller.start();
        try {
            api.hears(call -> call.method().equals("deleteWebhook"));
            api.hears(call -> isQuestion(call, 501));
            assertThat(said(ticketOfKarla())).containsExactly("First");
            assertThat(api.calls()).noneMatch(call -> isQuestion(call, 502));

            api.has("f", pdf());

            api.hears(call -> isQuestion(call, 502));
            assertThat(said(ticketOfKarla())).containsExactly("First", "Second");
        } finally {
            poller.stop();
        }
        assertThat(sql.sql("select count(*) from lease where name = 'telegram'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void asksFor(long offset, String news) {
        api.server()
                .stubFor(WireMock.post("/bot" + BotApi.TOKEN + "/getUpdates")
                        .inScenario("hook")
                        .whenScenarioStateIs("free")
                        .withRequestBody(matchingJsonPath("$[?(@.offset == " + offset + ")]"))
                        .willReturn(BotApi.ok(news).withFixedDelay(300)));
    }

    @Test
    void telegramIsToldWhereToCallUsUntilItHasHeardIt() {
        try (var outside = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of("tandem.url=https://help.shop.example/").applyTo(outside);
            outside.register(PublicAddress.class);
            outside.refresh();
            var settings = api.settings(BotApi.SECRET);
            var told = new TelegramWebhook(settings, telegram.api(), outside.getBean(PublicAddress.class), health);
            api.answers("setWebhook", BotApi.no(500, "Internal Server Error", "{}"));
            told.tell();
            assertThat(health.health().getDetails().toString()).contains("has not been told where to call us");
            api.works();

            told.tell();
            told.tell();

            assertThat(health.health().getDetails().toString()).doesNotContain("has not been told");
            assertThat(api.calls())
                    .filteredOn(call -> call.method().equals("setWebhook"))
                    .hasSize(2)
                    .last()
                    .satisfies(call -> assertThat(call.body())
                            .isEqualTo(Http.JSON.valueToTree(Map.of(
                                    "url",
                                    "https://help.shop.example/api/channels/telegram",
                                    "secret_token",
                                    BotApi.SECRET,
                                    "allowed_updates",
                                    List.of("message", "edited_message", "callback_query"),
                                    "max_connections",
                                    10))));
        }
    }

    private static boolean isQuestion(BotApi.Call call, long offset) {
        return call.method().equals("getUpdates") && call.body().path("offset").asLong() == offset;
    }

    private List<String> said(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(message -> message.isFrom(Message.Author.CUSTOMER))
                .map(Message::text)
                .toList();
    }

    private Ticket ticketOfKarla() {
        assertThat(ticketsOfKarla()).hasSize(1);
        return tickets.get(ticketsOfKarla().get(0));
    }

    private List<UUID> ticketsOfKarla() {
        return sql.sql("select id from ticket where channel = 'telegram' and address = ?")
                .param(karla.chat())
                .query(UUID.class)
                .list();
    }
}
