package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads header fields off the beginning of a mail or part, and tells where its content begins. */
final class HeaderReader {

    private static final int LONGEST_VALUE = 64_000;
    private static final int BAD_LINES = 20;
    private static final int LOOK_AHEAD = 4_000;
    private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,200}[ \\t]*");
    private static final Pattern GOES_ON = Pattern.compile(
            "(?mi)\\A(?:[^\\r\\n]+\\r?\\n)*?(?:mime-version|content-[a-z-]+|from|to|date|message-id|subject)[ \\t]*:");

    private final byte[] raw;
    private final int end;
    private final Oddities oddities;
    private final Headers headers = new Headers();
    private final StringBuilder value = new StringBuilder();
    private String name = "";
    private int at;
    private int badLines;

    HeaderReader(byte[] raw, int from, int end, Oddities oddities) {
        this.raw = raw;
        this.at = from;
        this.end = end;
        this.oddities = oddities;
    }

    Headers read() {
        skipMailboxLine();
        while (at < end) {
            var next = endOfLine(at);
            if (isBlank(at, next)) {
                at = next;
                break;
            }
            if (!take(at, next)) break;
            at = next;
        }
        finish();
        return headers;
    }

    /** Where the content begins; only after {@link #read}. */
    int content() {
        return at;
    }

    /** {@code From someone@shop.example Mon Jan 1 ...}: mailbox files put it before a mail. */
    private void skipMailboxLine() {
        if (text(at, Math.min(end, at + 6)).matches("(?s)>?From .*")) at = endOfLine(at);
    }

    /** @return false if the line is none of a header, so that the content has begun without a blank line */
    private boolean take(int from, int to) {
        if ((raw[from] == ' ' || raw[from] == '\t') && !name.isEmpty()) {
            append(from, to);
            return true;
        }
        var colon = colonIn(from, to);
        if (colon < 0) return skips(to);
        finish();
        name = text(from, colon).strip();
        append(colon + 1, to);
        return true;
    }

    private int colonIn(int from, int to) {
        for (int i = from; i < Math.min(to, from + 200); i++) {
            if (raw[i] == ':') return NAME.matcher(text(from, i)).matches() ? i : -1;
        }
        return -1;
    }

    /** One that is broken is no reason to lose those behind it. */
    private boolean skips(int to) {
        if (headers.isEmpty() && name.isEmpty()) return false;
        oddities.mark(Fault.BROKEN_HEADERS);
        badLines++;
        return badLines <= BAD_LINES
                && GOES_ON.matcher(text(to, Math.min(end, to + LOOK_AHEAD))).find();
    }

    private void append(int from, int to) {
        if (value.length() >= LONGEST_VALUE) {
            oddities.mark(Fault.BROKEN_HEADERS);
            return;
        }
        int end = to;
        while (end > from && (raw[end - 1] == '\r' || raw[end - 1] == '\n')) end--;
        value.append(text(from, Math.min(end, from + LONGEST_VALUE)));
    }

    private void finish() {
        if (!name.isEmpty()) headers.add(name, value.toString());
        name = "";
        value.setLength(0);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw[i] != '\r' && raw[i] != '\n' && raw[i] != ' ' && raw[i] != '\t') return false;
        }
        return true;
    }

    private int endOfLine(int from) {
        for (int i = from; i < end; i++) {
            if (raw[i] == '\n') return i + 1;
        }
        return end;
    }

    private String text(int from, int to) {
        return Charsets.unlabelled(Arrays.copyOfRange(raw, from, Math.max(from, to)))
                .replace("\0", "");
    }
}
