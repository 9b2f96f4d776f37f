package io.tandem.channel.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One mailbox that is connected.
 *
 * @param name of the channel, e.g. {@code mail-support}
 * @param property what stands before each of its settings
 * @param authserv how the server calls itself in what it says about senders (RFC 8601); without it nothing is believed
 */
record Mailbox(
        String name,
        String property,
        MailAddress address,
        @Nullable String sender,
        Server imap,
        Server smtp,
        @Nullable String token,
        @Nullable Path tokenFile,
        @Nullable Boolean requireTls,
        boolean plusAddresses,
        @Nullable String authserv) {

    boolean hasToken() {
        return token != null || tokenFile != null;
    }

    /** What to log in with, at this moment. */
    @Nullable
    String secret(Server server) throws IOException {
        if (tokenFile != null) return Files.readString(tokenFile).strip();
        return token != null ? token : server.password();
    }

    boolean requiresTls(Server server) {
        return requireTls == null ? !server.onThisMachine() : requireTls;
    }

    @Override
    public String toString() {
        return name + " <" + address + ">";
    }
}
