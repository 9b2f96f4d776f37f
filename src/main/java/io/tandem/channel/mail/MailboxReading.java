package io.tandem.channel.mail;

import io.tandem.channel.mail.MailSettings.Connection;
import io.tandem.setting.BadSetting;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the mailboxes out of the settings, and says of the first one that cannot work why. */
final class MailboxReading {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,34}");

    private MailboxReading() {}

    static List<Mailbox> of(MailSettings settings) {
        var mailboxes = new TreeMap<>(settings.mail())
                .entrySet().stream()
                        .map(entry -> read(entry.getKey(), entry.getValue()))
                        .toList();
        var owners = new HashMap<MailAddress, Mailbox>();
        for (var mailbox : mailboxes) {
            var other = owners.putIfAbsent(mailbox.address(), mailbox);
            if (other != null) {
                throw new BadSetting(mailbox.property() + "address", "is the address of " + other.name() + " already");
            }
        }
        return mailboxes;
    }

    private static Mailbox read(String name, Connection set) {
        var property = "tandem.channels.mail." + name + ".";
        if (!NAME.matcher(name).matches()) {
            throw new BadSetting(
                    "tandem.channels.mail." + name, "is no name for a mailbox: a-z, 0-9 and hyphens, at most 35");
        }
        var address = MailAddress.of(given(property + "address", set.address()))
                .orElseThrow(() -> new BadSetting(property + "address", "is no e-mail address"));
        var mailbox = new Mailbox(
                "mail-" + name,
                property,
                address,
                set.sender(),
                Server.read(property + "imap", "imap", given(property + "imap", set.imap())),
                Server.read(property + "smtp", "smtp", given(property + "smtp", set.smtp())),
                set.token(),
                set.tokenFile(),
                set.requireTls(),
                set.plusAddresses(),
                set.authserv() == null || set.authserv().isBlank()
                        ? null
                        : set.authserv().strip());
        check(mailbox);
        return mailbox;
    }

    private static String given(String property, @Nullable String value) {
        if (value == null || value.isBlank()) throw new BadSetting(property, "is missing");
        return value;
    }

    private static void check(Mailbox mailbox) {
        var file = mailbox.tokenFile();
        if (file != null && !Files.isReadable(file)) {
            throw new BadSetting(mailbox.property() + "token-file", "names a file that cannot be read");
        }
        for (var server : Map.of("imap", mailbox.imap(), "smtp", mailbox.smtp()).entrySet()) {
            var user = server.getValue().user();
            var password = server.getValue().password();
            if (user == null && (server.getKey().equals("imap") || mailbox.hasToken())) {
                throw new BadSetting(mailbox.property() + server.getKey(), "names no user");
            }
            if (user != null && password == null && !mailbox.hasToken()) {
                throw new BadSetting(
                        mailbox.property() + server.getKey(), "names no password, and there is no token either");
            }
        }
    }
}
