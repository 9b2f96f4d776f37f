package io.tandem.channel.mail;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailboxes, {@code tandem.channels.mail.<name>.*}; none is there by default.
 *
 * @param mail what is set, by the mailbox's name
 */
@ConfigurationProperties("tandem.channels")
record MailSettings(@DefaultValue Map<String, Connection> mail) {

    /**
     * All as it was written; {@link MailboxReading} says what is wrong with it. Nothing here may be logged: it holds passwords.
     *
     * @param address that customers write to, e.g. {@code support@shop.example}
     * @param imap {@code imap[s]://user:password@host:port/INBOX}
     * @param smtp {@code smtp[s]://user:password@host:port}
     * @param sender what customers read as the sender's name; the address if none
     * @param token of OAuth2, instead of both passwords
     * @param tokenFile a file with such a token, read anew at each log-in
     * @param requireTls whether a server without STARTTLS is refused; so it is by default, but on this machine
     * @param plusAddresses whether {@code support+anything@shop.example} arrives, too
     * @param authserv what stands first in the {@code Authentication-Results} of the server, e.g. {@code mx.shop.example}
     */
    record Connection(
            @Nullable String address,
            @Nullable String imap,
            @Nullable String smtp,
            @Nullable String sender,
            @Nullable String token,
            @Nullable Path tokenFile,
            @Nullable Boolean requireTls,
            @DefaultValue("true") boolean plusAddresses,
            @Nullable String authserv) {

        @Override
        public String toString() {
            return "Connection[" + address + "]";
        }
    }
}
