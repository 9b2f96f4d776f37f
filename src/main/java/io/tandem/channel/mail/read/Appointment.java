package io.tandem.channel.mail.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first appointment in an iCalendar file (RFC 5545), for people to read. */
final class Appointment {

    private static final int LONGEST = 200_000;
    private static final Pattern EVENT = Pattern.compile("(?s)BEGIN:VEVENT\\s*+(.*?)(?:END:VEVENT|\\z)");
    private static final Pattern ALARM = Pattern.compile("(?s)BEGIN:VALARM.*?(?:END:VALARM|\\z)");
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d{0,2}(Z?))?.*");
    private static final Pattern MARKUP = Pattern.compile("(?is)<(?:html|body|p|br|div|span)\\b.*");

    private final String calendar;
    private final String event;

    private Appointment(String calendar, String event) {
        this.calendar = calendar;
        this.event = event;
    }

    static Optional<Appointment> in(String text) {
        var calendar = text.substring(0, Math.min(LONGEST, text.length())).replaceAll("\\n[ \\t]", "");
        var event = EVENT.matcher(calendar);
        if (!event.find()) return Optional.empty();
        return Optional.of(
                new Appointment(calendar, ALARM.matcher(event.group(1)).replaceAll("")));
    }

    /** What it is, when and where; nothing to translate but the states, which are the standard's own words. */
    String words() {
        return Stream.of(state() + value("SUMMARY"), time(), value("LOCATION"), description())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String state() {
        var method =
                find("METHOD", calendar).map(field -> field.group(2).strip()).orElse("");
        if (method.equalsIgnoreCase("CANCEL")) return "[CANCELLED] ";
        if (!method.equalsIgnoreCase("REPLY")) return "";
        return find("ATTENDEE", event)
                .map(field -> HeaderValue.of("x" + field.group(1))
                        .parameter("partstat")
                        .orElse(""))
                .filter(answer -> answer.matches("[A-Z-]{1,20}"))
                .map(answer -> "[" + answer + "] ")
                .orElse("");
    }

    private String time() {
        var start = moment("DTSTART");
        var end = moment("DTEND");
        var zone = find("DTSTART", event).map(Appointment::zone).orElse("");
        if (end.isEmpty() || end.equals(start)) return start + zone;
        var sameDay = end.length() > 11 && start.startsWith(end.substring(0, 10));
        return start + " – " + (sameDay ? end.substring(11) : end) + zone;
    }

    private String moment(String name) {
        return find(name, event)
                .map(field -> TIME.matcher(field.group(2).strip()))
                .filter(Matcher::matches)
                .map(time -> "%s-%s-%s".formatted(time.group(1), time.group(2), time.group(3))
                        + (time.group(4) == null ? "" : " %s:%s".formatted(time.group(4), time.group(5))))
                .orElse("");
    }

    /** As the sender's program names it; a time without one is that of whoever reads it. */
    private static String zone(Matcher field) {
        if (field.group(2).strip().endsWith("Z")) return " (UTC)";
        return HeaderValue.of("x" + field.group(1))
                .parameter("tzid")
                .map(zone -> " (" + zone + ")")
                .orElse("");
    }

    private String description() {
        return MARKUP.matcher(value("DESCRIPTION")).replaceAll("");
    }

    private String value(String name) {
        return find(name, event)
                .map(field -> field.group(2).replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([,;\\\\])", "$1"))
                .orElse("");
    }

    private static Optional<Matcher> find(String name, String text) {
        var match = Pattern.compile("(?im)^" + name + "((?:;[^:\\n\"]{0,200}(?:\"[^\"\\n]{0,200}\")?)*+):([^\\n]*)$")
                .matcher(text);
        return match.find() ? Optional.of(match) : Optional.empty();
    }
}
