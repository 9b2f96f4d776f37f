package io.tandem.channel.mail.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A value with parameters, as Content-Type and Content-Disposition are.
 *
 * @param value in small letters
 * @param parameters by name in small letters; those in pieces or with a charset of their own (RFC 2231) put together
 */
record HeaderValue(String value, Map<String, String> parameters) {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^\\s=;\"]{1,60})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"?|([^;\"]*+))");

    static HeaderValue of(String header) {
        var end = header.indexOf(';');
        var value = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        var pieces = new TreeMap<String, String>();
        var match = PARAMETER.matcher(header);
        while (match.find()) {
            var quoted = match.group(2);
            var text = quoted == null ? match.group(3).strip() : quoted.replaceAll("\\\\([\"\\\\])", "$1");
            pieces.putIfAbsent(match.group(1).toLowerCase(Locale.ROOT), text);
        }
        return new HeaderValue(value.replaceAll("[\\s\"]", ""), ExtendedParameters.joined(pieces));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }
}
