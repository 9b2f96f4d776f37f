package io.tandem.channel.mail;

import io.tandem.setting.BadSetting;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail server and how to log in there, as {@code imaps://user:password@host:port/folder} says it.
 *
 * @param user null where nobody needs to log in
 */
record Server(
        String protocol,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String folder) {

    private static final Map<String, Integer> PORTS = Map.of("imap", 143, "imaps", 993, "smtp", 587, "smtps", 465);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Pattern SHAPE =
            Pattern.compile("(?<protocol>\\w+)://(?:(?<user>[^:@/]+)(?::(?<password>[^@/]*))?@)?"
                    + "(?<host>\\[[0-9a-fA-F:]+]|[^:@/\\[\\]\\s]+)(?::(?<port>\\d{1,5}))?(?:/(?<folder>.*))?");

    /** @param kind {@code imap} or {@code smtp} */
    static Server read(String property, String kind, String address) {
        var parts = SHAPE.matcher(address.strip());
        if (!parts.matches() || !PORTS.containsKey(parts.group("protocol")) || !address.startsWith(kind)) {
            throw new BadSetting(
                    property,
                    "is not of the form %s[s]://user:password@host:port (write special characters in user and password as %%40 for @, %%3A for :, %%2F for /)"
                            .formatted(kind));
        }
        var protocol = parts.group("protocol");
        var port =
                parts.group("port") == null ? PORTS.getOrDefault(protocol, 0) : Integer.parseInt(parts.group("port"));
        if (port < 1 || port > 65535) throw new BadSetting(property, "names a port that there is not");
        var folder = parts.group("folder");
        return new Server(
                protocol,
                parts.group("host"),
                port,
                decoded(property, parts.group("user")),
                decoded(property, parts.group("password")),
                folder == null || folder.isBlank() ? "INBOX" : String.valueOf(decoded(property, folder)));
    }

    /** A plus is a plus here. */
    private static @Nullable String decoded(String property, @Nullable String text) {
        try {
            return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw new BadSetting(
                    property, "has a % that is not followed by two hexadecimal digits (a % itself is %25)");
        }
    }

    boolean encryptedFromTheStart() {
        return protocol.endsWith("s");
    }

    boolean onThisMachine() {
        return THIS_MACHINE.contains(host);
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port;
    }
}
