package io.tandem.channel.mail;

import static org.awaitility.Awaitility.await;

import io.tandem.channel.ChannelHealth;
import io.tandem.channel.Channels;
import io.tandem.node.Leases;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A shop that customers write to by mail, on a mail server of its own. */
@TandemRuns
abstract class ByMail {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final String KNOWN = "How long does delivery take?";
    static final MailLimits LIMITS = new MailLimits(DataSize.ofMegabytes(35), 20, 60, 15, 20, Duration.ofMillis(300));

    private static final Pattern NUMBER = Pattern.compile("\\[#(\\d+)]");

    @LocalServerPort
    int port;

    @Autowired
    Postman postman;

    @Autowired
    MailRound round;

    @Autowired
    Tickets tickets;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient sql;

    @Autowired
    Leases leases;

    @Autowired
    ChannelHealth health;

    @Autowired
    Channels channels;

    private final String some = UUID.randomUUID().toString().substring(0, 8);
    final MailServer server = new MailServer();
    final String shop = "support-" + some + "@shop.example";
    final String karla = "karla-" + some + "@customer.example";
    Mailboxes mailboxes;
    private Watches watches;

    @BeforeEach
    void open() {
        mailboxes = new Mailboxes(new MailSettings(Map.of("shop-" + some, connection())), postman);
        mailboxes.channels().forEach(channels::connect);
        watches = new Watches(mailboxes, round, leases, health, LIMITS);
        watches.start();
    }

    MailSettings.Connection connection() {
        return server.mailbox(shop);
    }

    void stopReading() {
        watches.stop();
    }

    void readAgain() {
        watches.start();
    }

    Mailbox mailbox() {
        return mailboxes.all().iterator().next();
    }

    @AfterEach
    void close() {
        watches.stop();
        mailboxes.channels().forEach(channel -> channels.disconnect(channel.name()));
        server.close();
    }

    /** A mail as it travels; further headers each in a line. */
    String mail(String from, String subject, String text, String... headers) {
        var further = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "From: Karla <%s>\r\nTo: %s\r\nSubject: %s\r\nMessage-ID: <%s@customer.example>\r\n%s\r\n%s\r\n"
                .formatted(from, shop, subject, UUID.randomUUID(), further, text);
    }

    MimeMessage hears(String address, Predicate<MimeMessage> like) {
        return server.awaits(address, like);
    }

    /** The bot's answer to what Karla asks first. */
    MimeMessage karlaIsAnswered() {
        server.delivers(shop, mail(karla, "My parcel", KNOWN));
        return hears(karla, mail -> true);
    }

    static String answering(MimeMessage mail) {
        return "In-Reply-To: " + header(mail, "Message-ID");
    }

    static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, " ");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage mail) {
        try {
            return text((Part) mail);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) return (String) part.getContent();
        if (!(part.getContent() instanceof Multipart parts)) return "";
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            var text = text(inner);
            if (!text.isEmpty()) return text;
        }
        return "";
    }

    Ticket ticketOf(MimeMessage ours) {
        var number = NUMBER.matcher(subject(ours));
        if (!number.find()) throw new IllegalArgumentException(subject(ours));
        return tickets.byNumber(Long.parseLong(number.group(1))).orElseThrow();
    }

    /** The ticket on which somebody has said these words, once it is there. */
    Ticket ticketWith(String words) {
        return await().atMost(PATIENCE)
                .until(
                        () -> sql
                                .sql("select ticket from message where author = 'CUSTOMER' and text like ?")
                                .param("%" + words + "%")
                                .query(UUID.class)
                                .list()
                                .stream()
                                .map(tickets::get)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    List<String> saidByCustomer(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(message -> message.isFrom(Message.Author.CUSTOMER))
                .map(Message::text)
                .toList();
    }

    List<String> notes(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(Message::internal)
                .map(Message::text)
                .toList();
    }

    /** What became of the mails of this mailbox, the first one first. */
    List<String> fates() {
        return sql.sql("select state from mail where mailbox = ? order by received_at")
                .param(mailbox().name())
                .query(String.class)
                .list();
    }
}
