package io.tandem.channel.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** How the library talks to a mailbox's servers: never for ever, never unencrypted by accident, certificates checked. */
final class MailSessions {

    private static final Duration TO_CONNECT = Duration.ofSeconds(15);
    /** Longer than a rest in IDLE. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    private MailSessions() {}

    static Session imap(Mailbox mailbox) {
        var properties = common(mailbox, mailbox.imap());
        var prefix = "mail." + mailbox.imap().protocol() + ".";
        // Reading marks nothing as read: we do, when it is stored.
        properties.put(prefix + "peek", "true");
        // The size is asked for first.
        properties.put(prefix + "partialfetch", "false");
        return Session.getInstance(properties);
    }

    static Session smtp(Mailbox mailbox) {
        var properties = common(mailbox, mailbox.smtp());
        var prefix = "mail." + mailbox.smtp().protocol() + ".";
        properties.put(prefix + "auth", String.valueOf(mailbox.smtp().user() != null));
        properties.put(prefix + "from", mailbox.address().toString());
        properties.put(prefix + "localhost", mailbox.address().domain());
        properties.put(prefix + "sendpartial", "false");
        properties.put("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    private static Properties common(Mailbox mailbox, Server server) {
        var prefix = "mail." + server.protocol() + ".";
        var properties = new Properties();
        properties.put(prefix + "host", server.host());
        properties.put(prefix + "port", String.valueOf(server.port()));
        properties.put(prefix + "connectiontimeout", millis(TO_CONNECT));
        properties.put(prefix + "timeout", millis(TO_ANSWER));
        properties.put(prefix + "writetimeout", millis(TO_ANSWER));
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (!server.encryptedFromTheStart() && mailbox.requiresTls(server)) {
            properties.put(prefix + "starttls.required", "true");
        }
        if (mailbox.hasToken()) properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
