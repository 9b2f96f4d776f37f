package io.tandem.channel.mail.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines between the parts of a multipart. */
final class Boundary {

    /** From the first byte of a part to behind its last one. */
    record Piece(int from, int to) {}

    private static final int LONGEST = 200;

    private final byte[] raw;
    private final int from;
    private final int to;
    private boolean broken;

    Boundary(byte[] raw, int from, int to) {
        this.raw = raw;
        this.from = from;
        this.to = to;
    }

    /** The named boundary does not occur, or the last part has no end. */
    boolean isBroken() {
        return broken;
    }

    List<Piece> pieces(String boundary, int most) {
        var pieces = new ArrayList<Piece>();
        if (boundary.isEmpty()) {
            broken = true;
            return pieces;
        }
        var line = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        int start = -1;
        for (int at = from; at < to; at = endOfLine(at)) {
            if (!isAt(line, at)) continue;
            if (start >= 0 && pieces.size() <= most * 2) pieces.add(new Piece(start, beforeLineEnd(start, at)));
            start = endOfLine(at);
            if (isLast(at + line.length)) return pieces;
        }
        broken = true;
        if (start >= 0 && start < to) pieces.add(new Piece(start, to));
        return pieces;
    }

    /** The first line that looks like one, when the header names none or a wrong one. */
    String guessed() {
        int lines = 0;
        for (int at = from; at < to && lines < 200; at = endOfLine(at), lines++) {
            var end = beforeLineEnd(at, endOfLine(at));
            if (end - at < 4 || end - at > LONGEST || raw[at] != '-' || raw[at + 1] != '-') continue;
            var line = new String(raw, at + 2, end - at - 2, StandardCharsets.UTF_8).strip();
            if (line.matches("[\\w'()+,./:=?-]{3,}") && !line.matches("-+")) return line;
        }
        return "";
    }

    private boolean isAt(byte[] line, int at) {
        if (at + line.length > to) return false;
        for (int i = 0; i < line.length; i++) {
            if (raw[at + i] != line[i]) return false;
        }
        int end = at + line.length;
        if (isLast(end)) end += 2;
        while (end < to && (raw[end] == ' ' || raw[end] == '\t' || raw[end] == '\r')) end++;
        return end >= to || raw[end] == '\n';
    }

    private boolean isLast(int at) {
        return at + 1 < to && raw[at] == '-' && raw[at + 1] == '-';
    }

    private int endOfLine(int at) {
        while (at < to && raw[at] != '\n') at++;
        return Math.min(to, at + 1);
    }

    /** The line end before a boundary belongs to the boundary. */
    private int beforeLineEnd(int start, int end) {
        int last = end;
        if (last > start && raw[last - 1] == '\n') last--;
        if (last > start && raw[last - 1] == '\r') last--;
        return last;
    }
}
