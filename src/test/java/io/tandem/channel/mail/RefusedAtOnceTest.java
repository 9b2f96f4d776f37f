package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.Deliveries;
import io.tandem.ticket.Ticket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail server that knows all addresses says at once that there is none like this one. */
class RefusedAtOnceTest extends ByMail {

    private final SmtpServer smtp = new SmtpServer();

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Parties parties;

    @Override
    MailSettings.Connection connection() {
        return server.mailbox(shop, server.imap(), smtp.port());
    }

    @AfterEach
    void hangUp() throws IOException {
        smtp.entrance.close();
    }

    @Test
    void whatTheBotSaysToNobodyBringsNobody() {
        var ticket = isAnswered("550 5.1.1 <" + karla + "> User unknown");

        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> !tickets.get(ticket.id()).withPerson());
        assertThat(notes(ticket)).last().asString().endsWith("answers 550.");
    }

    @Test
    void whoHasAnsweredBeforeIsSomebody() {
        var before = isAnswered("550 5.7.1 <" + karla + "> We do not like you");
        await().atMost(PATIENCE).until(() -> tickets.get(before.id()).withPerson());
        parties.prove(before.id(), MailAddress.of(karla).orElseThrow());

        var ticket = isAnswered("550 5.1.1 <" + karla + "> User unknown");

        assertThat(ticket.id()).isNotEqualTo(before.id());
        await().atMost(PATIENCE).until(() -> tickets.get(ticket.id()).withPerson());
    }

    /** The bot answers what Karla asks, and this is what her server says to it. */
    private Ticket isAnswered(String refusal) {
        smtp.says = refusal;
        var before = ticketsOfKarla();
        server.delivers(shop, mail(karla, "My parcel", KNOWN));
        await().atMost(PATIENCE).until(() -> ticketsOfKarla().size() > before.size());
        var ticket = tickets.get(ticketsOfKarla().get(0));
        isLost(ticket);
        return ticket;
    }

    private List<UUID> ticketsOfKarla() {
        return sql.sql("select id from ticket where address = ? order by number desc")
                .param(karla)
                .query(UUID.class)
                .list();
    }

    private void isLost(Ticket ticket) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(ticket.id()).values())
                        .extracting(Deliveries.Fate::state)
                        .contains(Deliveries.State.FAILED));
    }

    /** Takes every mail until it is said for whom. */
    private static final class SmtpServer {

        private final ServerSocket entrance = open();
        private volatile String says = "";

        SmtpServer() {
            var thread = new Thread(this::accept, "smtp");
            thread.setDaemon(true);
            thread.start();
        }

        private static ServerSocket open() {
            try {
                return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        int port() {
            return entrance.getLocalPort();
        }

        private void accept() {
            while (!entrance.isClosed()) {
                try (var socket = entrance.accept()) {
                    talk(socket);
                } catch (IOException over) {
                    // the next one
                }
            }
        }

        private void talk(Socket socket) throws IOException {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            say(socket, "220 mx.customer.example");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                say(socket, answer(line.toUpperCase(Locale.ROOT)));
            }
        }

        private String answer(String line) {
            if (line.startsWith("EHLO")) return "250-mx.customer.example\r\n250 AUTH PLAIN";
            if (line.startsWith("AUTH")) return "235 2.7.0 Accepted";
            return line.startsWith("RCPT") ? says : "250 2.0.0 Ok";
        }

        private static void say(Socket socket, String words) throws IOException {
            socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
