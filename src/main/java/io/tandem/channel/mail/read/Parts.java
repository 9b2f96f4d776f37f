package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import java.util.ArrayList;
import java.util.List;

/** Takes a mail apart. Never more than so many parts, so deep: a mail is at most so large, but a part can be tiny. */
final class Parts {

    private static final int MOST = 1_000;
    private static final int DEEPEST = 20;

    private final byte[] raw;
    private final Oddities oddities;
    private int count;

    Parts(byte[] raw, Oddities oddities) {
        this.raw = raw;
        this.oddities = oddities;
    }

    Part read() {
        return read(0, raw.length, 0, "text/plain");
    }

    private Part read(int from, int to, int depth, String usual) {
        var reader = new HeaderReader(raw, from, to, oddities);
        var headers = reader.read();
        var content = reader.content();
        var type = Part.typeOf(headers, usual);
        if (!type.value().startsWith("multipart/")) return new Part(headers, type, raw, content, to, List.of());
        if (depth == DEEPEST) {
            oddities.mark(Fault.NESTED_TOO_DEEP);
            return new Part(headers, HeaderValue.of("application/octet-stream"), raw, to, to, List.of());
        }
        return multipart(headers, type, content, to, depth);
    }

    private Part multipart(Headers headers, HeaderValue type, int from, int to, int depth) {
        var boundary = new Boundary(raw, from, to);
        var pieces = boundary.pieces(type.parameter("boundary").orElse(""), MOST);
        if (pieces.isEmpty()) pieces = boundary.pieces(boundary.guessed(), MOST);
        if (boundary.isBroken()) oddities.mark(Fault.BROKEN_STRUCTURE);
        if (pieces.isEmpty()) return new Part(headers, HeaderValue.of("text/plain"), raw, from, to, List.of());
        var children = new ArrayList<Part>();
        var usual = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        for (var piece : pieces) {
            if (++count <= MOST) children.add(read(piece.from(), piece.to(), depth + 1, usual));
            else oddities.add(Fault.PARTS_LEFT_OUT);
        }
        return new Part(headers, type, raw, from, to, List.copyOf(children));
    }
}
