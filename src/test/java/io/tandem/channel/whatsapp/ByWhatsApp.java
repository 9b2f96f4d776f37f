package io.tandem.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.attachment.Attachments;
import io.tandem.channel.Channels;
import io.tandem.channel.Deliveries;
import io.tandem.channel.Deliveries.Fate;
import io.tandem.channel.Presses;
import io.tandem.channel.messenger.AnsweredPresses;
import io.tandem.channel.messenger.Arrivals;
import io.tandem.channel.messenger.PressedMessages;
import io.tandem.channel.messenger.SentParts;
import io.tandem.content.Texts;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import jakarta.servlet.Filter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A shop that customers write to by WhatsApp, with a Meta of the tests at the other end. */
@TandemRuns
abstract class ByWhatsApp {

    static final String KNOWN = "How long does delivery take?";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext tandem;

    @Autowired
    Channels channels;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Messages messages;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    @Autowired
    Windows windows;

    @Autowired
    JdbcClient sql;

    @Autowired
    private SentParts parts;

    final CloudApi api = new CloudApi();
    MockMvc webhook;
    SomebodyOnWhatsApp karla;

    @BeforeEach
    void connect() {
        api.opens();
        connect(api.settings("reply_waits"));
    }

    final void connect(WhatsAppSettings settings) {
        var whatsApp = new WhatsAppConnection(settings, attachments, tandem.getBean(Texts.class), windows, parts);
        channels.connect(whatsApp.channels().get(0));
        var news = new WhatsAppNews(
                whatsApp,
                windows,
                tandem.getBean(Arrivals.class),
                tandem.getBean(PressedMessages.class),
                tandem.getBean(Presses.class),
                tandem.getBean(AnsweredPresses.class),
                channels,
                tandem.getBean(ChangedNumbers.class),
                tandem.getBean(Transactions.class));
        var events = new WhatsAppEvents(settings, news, tandem.getBean(WhatsAppStatuses.class));
        webhook = MockMvcBuilders.standaloneSetup(new WhatsAppController(settings, events))
                .setControllerAdvice(tandem.getBean("problems"))
                .addFilters(tandem.getBean("springSecurityFilterChain", Filter.class))
                .build();
        karla = new SomebodyOnWhatsApp(webhook, api);
    }

    @AfterEach
    void disconnect() {
        channels.disconnect(WhatsAppSettings.CHANNEL);
        api.closes();
    }

    static int replies(AgentAtDesk agent, String task, String text, String action, String... files) {
        var reply = Map.of("text", text, "action", action, "id", UUID.randomUUID(), "attachments", List.of(files));
        return agent.act("POST", task, "/reply", reply).status();
    }

    static String id(JsonNode file) {
        return file.path("id").asText();
    }

    Collection<Fate> fates(Ticket ticket) {
        return deliveries.of(ticket.id()).values();
    }

    List<String> said(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(message -> message.isFrom(Message.Author.CUSTOMER))
                .map(Message::text)
                .toList();
    }

    Ticket ticketOfKarla() {
        assertThat(ticketsOfKarla()).hasSize(1);
        return tickets.get(ticketsOfKarla().get(0));
    }

    List<UUID> ticketsOfKarla() {
        return sql.sql("select id from ticket where channel = 'whatsapp' and address = ?")
                .param(karla.number())
                .query(UUID.class)
                .list();
    }
}
