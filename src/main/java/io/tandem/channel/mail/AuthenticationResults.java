package io.tandem.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail server has found out about a mail's sender (RFC 8601), in one header. Anybody can write such a header, and what
 * senders write stands in those of servers, too: so one that cannot be read whole counts as a doubt.
 *
 * @param server how the one who wrote it calls itself; empty if not even that can be read
 * @param whole whether all of it could be read
 */
record AuthenticationResults(String server, boolean whole, List<Result> results) {

    /** @param value of the results that we know: pass, fail, none... */
    record Result(String method, String value, List<Property> properties) {

        boolean is(String method, Set<String> values) {
            return this.method.equals(method) && values.contains(value);
        }

        Stream<String> domains(Set<String> names) {
            return properties.stream()
                    .filter(property -> names.contains(property.name()))
                    .map(Property::domain);
        }
    }

    /** {@code smtp.mailfrom=karla@customer.example}, and where that is. */
    record Property(String name, String domain) {}

    private static final String VERSION = "1";
    private static final Pattern NAME = Pattern.compile("[\\w.-]+(?:/\\d+)?");

    private static final Set<String> PASS = Set.of("pass");
    private static final Set<String> BROKEN = Set.of("fail", "softfail", "hardfail");
    private static final Set<String> PROVEN_BY =
            Set.of("smtp.mailfrom", "smtp.mail", "smtp.helo", "header.d", "header.i");
    private static final Set<String> FROM = Set.of("header.from");

    static AuthenticationResults of(String header) {
        var clauses = HeaderClauses.of(header);
        var writer = HeaderClauses.words(clauses.first());
        var whole = clauses.areWhole() && (writer.size() == 1 || writer.size() == 2 && VERSION.equals(writer.get(1)));
        var results = new ArrayList<Result>();
        for (var clause : clauses.others()) {
            var words = HeaderClauses.words(clause);
            var result = result(words);
            result.ifPresent(results::add);
            whole &=
                    result.isPresent() || words.isEmpty() || lower(words.get(0)).equals("none");
        }
        return new AuthenticationResults(writer.isEmpty() ? "" : bare(writer.get(0)), whole, results);
    }

    private static Optional<Result> result(List<String> words) {
        var said = words.stream().map(word -> word.split("=", 2)).toList();
        if (said.isEmpty() || !said.stream().allMatch(AuthenticationResults::isSaid)) return Optional.empty();
        var method = said.get(0);
        var properties = said.stream()
                .skip(1)
                .map(property -> new Property(lower(property[0]), domain(property[1])))
                .toList();
        return Optional.of(new Result(lower(method[0].split("/", 2)[0]), bare(method[1]), properties));
    }

    private static boolean isSaid(String[] words) {
        return words.length == 2 && NAME.matcher(words[0]).matches();
    }

    /** Of what stands before the last at sign any may be made up: {@code "a@customer.example"@evil.example}. */
    private static String domain(String value) {
        var domain = bare(value.substring(value.lastIndexOf('@') + 1));
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    private static String bare(String text) {
        return lower(text).replace("\"", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Also where it does not say whose it is, for then it may be. */
    boolean mayBeOf(String trusted) {
        return server.equalsIgnoreCase(trusted) || server.isEmpty();
    }

    /**
     * Whether our server says that the mail may not come from this address. What the domain's owner has published (DMARC)
     * decides; without that a proof for the same domain does, and a failure only where there is none. Silence is no doubt.
     *
     * @param written by our server, the latest first: what speaks against the sender counts in each of them, what speaks for
     *     them in the latest only, for the others a sender may have written
     */
    static boolean doubt(List<AuthenticationResults> written, MailAddress from) {
        if (written.isEmpty()) return false;
        var all = written.stream().flatMap(one -> one.results().stream()).toList();
        if (!written.stream().allMatch(AuthenticationResults::whole) || anyOf(all, "dmarc", BROKEN)) return true;
        var latest = written.get(0).results();
        if (anyOf(latest, "dmarc", PASS)) return !isPassFor(latest, from);
        return (anyOf(all, "spf", BROKEN) || anyOf(all, "dkim", BROKEN)) && !isProven(latest, from);
    }

    private static boolean anyOf(List<Result> results, String method, Set<String> values) {
        return results.stream().anyMatch(result -> result.is(method, values));
    }

    /** It is said of one domain, which a mail with several senders need not be from. */
    private static boolean isPassFor(List<Result> results, MailAddress from) {
        return results.stream()
                .filter(result -> result.is("dmarc", PASS))
                .flatMap(result -> result.domains(FROM))
                .allMatch(domain -> areRelated(domain, from.domain()));
    }

    private static boolean isProven(List<Result> results, MailAddress from) {
        return results.stream()
                .filter(result -> result.is("spf", PASS) || result.is("dkim", PASS))
                .flatMap(result -> result.domains(PROVEN_BY))
                .anyMatch(domain -> areRelated(domain, from.domain()));
    }

    private static boolean areRelated(String one, String other) {
        return belongs(one, other) || belongs(other, one);
    }

    private static boolean belongs(String domain, String to) {
        return domain.equals(to) || to.contains(".") && domain.endsWith("." + to);
    }
}
