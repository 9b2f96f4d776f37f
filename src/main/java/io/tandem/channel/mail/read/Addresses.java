package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Address;
import io.tandem.channel.mail.read.ReadMail.People;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is named in a mail's header. What is no address is left out. */
final class Addresses {

    private static final int MOST = 200;
    private static final int LOOSELY = 4_000;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\],;:\"@]{1,100}@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,250}");

    private final Headers headers;

    Addresses(Headers headers) {
        this.headers = headers;
    }

    People people() {
        return new People(
                in("from").stream().findFirst().orElse(null),
                in("reply-to"),
                in("sender").stream().findFirst().orElse(null),
                in("to"),
                in("cc"),
                envelope());
    }

    private List<String> envelope() {
        return Stream.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to")
                .flatMap(name -> in(name).stream())
                .map(Address::address)
                .distinct()
                .toList();
    }

    List<Address> in(String name) {
        return headers.all(name).stream().flatMap(Addresses::parsed).limit(MOST).toList();
    }

    private static Stream<Address> parsed(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .filter(one -> !one.isGroup())
                    .flatMap(one -> address(one.getAddress(), one.getPersonal()).stream());
        } catch (AddressException | RuntimeException broken) {
            return found(value.substring(0, Math.min(LOOSELY, value.length()))).stream();
        }
    }

    /** Whatever looks like an address, with the words before it as a name. */
    private static List<Address> found(String value) {
        var found = new ArrayList<Address>();
        var match = ADDRESS.matcher(value);
        for (int from = 0; match.find(); from = match.end()) {
            var name = value.substring(from, match.start()).replaceAll("[<>\",;()]", " ");
            address(match.group(), name).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Address> address(@Nullable String text, @Nullable String name) {
        if (text == null) return Optional.empty();
        var match = ADDRESS.matcher(text);
        if (!match.find()) return Optional.empty();
        var address = match.group().replaceAll("\\.+$", "");
        var at = address.lastIndexOf('@') + 1;
        return Optional.of(
                new Address(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT), readable(name)));
    }

    private static @Nullable String readable(@Nullable String name) {
        if (name == null) return null;
        var readable = EncodedWords.decoded(name.substring(0, Math.min(1_000, name.length())))
                .replaceAll("^['\"\\s]+|['\"\\s]+$", "");
        return readable.isEmpty() ? null : readable.substring(0, Math.min(200, readable.length()));
    }
}
