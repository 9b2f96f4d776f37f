package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.channel.ChannelDown;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in by an OAuth2 token (XOAUTH2), as Google and Microsoft ask for it. The server takes every token down and refuses it. */
class TokenLogInTest {

    private static final String US = "support@shop.example";

    private final List<String> shown = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private Path token;
    private ServerSocket imap;
    private ServerSocket smtp;

    @BeforeEach
    void open() throws IOException {
        token = Files.writeString(folder.resolve("token"), "first-token\n");
        imap = serving("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=PLAIN] ready", this::imapAnswer);
        smtp = serving("220 mail.shop.example ESMTP", this::smtpAnswer);
    }

    @AfterEach
    void close() throws IOException {
        imap.close();
        smtp.close();
    }

    @Test
    void eachLogInShowsTheTokenThatTheFileHoldsThen() throws Exception {
        assertThatThrownBy(() -> ImapFolder.open(mailbox())).isInstanceOf(AuthenticationFailedException.class);
        Files.writeString(token, "renewed-token\n");
        assertThatThrownBy(() -> ImapFolder.open(mailbox())).isInstanceOf(AuthenticationFailedException.class);

        assertThat(shown).containsExactly(login("first-token"), login("renewed-token"));
    }

    @Test
    void mailsAreSentWithTheTokenToo() {
        var line = new SmtpLine(mailbox());

        assertThatThrownBy(() -> line.send(new MimeMessage(line.session())))
                .isInstanceOf(ChannelDown.class)
                .hasMessageContaining("refuses our user")
                .hasMessageNotContaining("first-token");

        assertThat(shown).containsExactly(login("first-token"));
    }

    /** RFC 7628's forerunner, as Google and Microsoft document it. */
    private static String login(String token) {
        return "user=" + US + "\u0001auth=Bearer " + token + "\u0001\u0001";
    }

    private Mailbox mailbox() {
        var user = US.replace("@", "%40") + "@127.0.0.1:";
        var settings = new MailSettings.Connection(
                US,
                "imap://" + user + imap.getLocalPort(),
                "smtp://" + user + smtp.getLocalPort(),
                "Shop",
                null,
                token,
                null,
                true,
                null);
        return MailboxReading.of(new MailSettings(Map.of("support", settings))).get(0);
    }

    private String imapAnswer(String asked) {
        var tag = asked.split(" ")[0];
        if (asked.contains("CAPABILITY")) {
            return "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=PLAIN\r\n" + tag + " OK";
        }
        if (!asked.contains("AUTHENTICATE")) return tag + " OK";
        takeDown(asked.replaceFirst(".*AUTHENTICATE XOAUTH2 ", ""));
        return tag + " NO refused";
    }

    private String smtpAnswer(String asked) {
        if (asked.startsWith("EHLO")) return "250-mail.shop.example\r\n250 AUTH XOAUTH2 PLAIN";
        if (!asked.startsWith("AUTH")) return "250 OK";
        takeDown(asked.replaceFirst("AUTH XOAUTH2 ", ""));
        return "535 5.7.8 refused";
    }

    private void takeDown(String initialResponse) {
        shown.add(new String(Base64.getDecoder().decode(initialResponse), StandardCharsets.UTF_8));
    }

    private static ServerSocket serving(String greeting, UnaryOperator<String> answers) throws IOException {
        var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> {
            while (!door.isClosed()) {
                try (var caller = door.accept()) {
                    serve(caller, greeting, answers);
                } catch (IOException gone) {
                    // the next one may call
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return door;
    }

    private static void serve(Socket caller, String greeting, UnaryOperator<String> answers) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        say(caller, greeting);
        for (var asked = in.readLine(); asked != null; asked = in.readLine()) say(caller, answers.apply(asked));
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
