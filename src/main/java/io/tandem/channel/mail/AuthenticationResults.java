package io.tandem.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mail server has found out about a mail's sender (RFC 8601). Anybody can write such a header: it counts only if it
 * names the server that we trust, and of several only the first one, which is the one that came last.
 */
record AuthenticationResults(String server, List<Result> results) {

    /** @param domains that the mail was proven or claimed to come from */
    record Result(String method, String value, List<String> domains) {}

    private static final Pattern RESULT = Pattern.compile("\\s*([\\w-]+)(?:\\s*/\\s*\\d+)?\\s*=\\s*([\\w-]+)(.*)");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)\\b(?:smtp\\.mailfrom|smtp\\.helo|header\\.d|header\\.i)\\s*=\\s*\"?([^\\s\";]+)");
    private static final Set<String> BROKEN = Set.of("fail", "softfail");

    static AuthenticationResults of(String header) {
        var parts = parts(header);
        var server = parts.get(0).strip().split("\\s+", 2)[0].replace("\"", "");
        var results =
                parts.stream().skip(1).flatMap(part -> result(part).stream()).toList();
        return new AuthenticationResults(server, results);
    }

    /** What stands between semicolons, without comments. */
    private static List<String> parts(String header) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        int comments = 0;
        for (int i = 0; i < header.length(); i++) {
            var c = header.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quoted || comments == 0 && c == '"') {
                quoted ^= c == '"';
                part.append(c);
            } else if (c == '(') {
                comments++;
            } else if (c == ')' && comments > 0) {
                comments--;
            } else if (comments == 0 && c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (comments == 0) {
                part.append(Character.isWhitespace(c) ? ' ' : c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static Optional<Result> result(String part) {
        var match = RESULT.matcher(part);
        if (!match.matches()) return Optional.empty();
        var domains = DOMAIN.matcher(match.group(3))
                .results()
                .map(found -> lower(found.group(1)))
                .map(value -> value.substring(value.lastIndexOf('@') + 1))
                .toList();
        return Optional.of(new Result(lower(match.group(1)), lower(match.group(2)), domains));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isOf(String trusted) {
        return server.equalsIgnoreCase(trusted);
    }

    /**
     * Whether the server says that the mail may not come from this address. What the domain's owner has published (DMARC)
     * decides; without that a proof for the same domain does, and a failure only where there is none. Silence is no doubt.
     */
    boolean doubt(MailAddress from) {
        if (has("dmarc", Set.of("pass"))) return false;
        if (has("dmarc", Set.of("fail"))) return true;
        var proven = results.stream()
                .filter(result -> isOfDomain(result) && result.value().equals("pass"))
                .flatMap(result -> result.domains().stream())
                .anyMatch(domain -> belongs(domain, from.domain()) || belongs(from.domain(), domain));
        return !proven && (has("spf", BROKEN) || has("dkim", BROKEN));
    }

    private static boolean isOfDomain(Result result) {
        return result.method().equals("spf") || result.method().equals("dkim");
    }

    private boolean has(String method, Set<String> values) {
        return results.stream().anyMatch(result -> result.method().equals(method) && values.contains(result.value()));
    }

    private static boolean belongs(String domain, String to) {
        return domain.equals(to) || to.contains(".") && domain.endsWith("." + to);
    }
}
