package io.tandem.model;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** A file that is no XML, or more than the XML of a model. */
public final class BrokenXml extends RuntimeException {

    /** What may be wrong with a file before anybody looks at what it says. */
    public enum Kind {
        MALFORMED,
        DOCTYPE,
        ENCODING,
        TOO_DEEP
    }

    private static final Pattern PLACE = Pattern.compile("(?s)^ParseError at .*?Message: ");
    private static final Pattern BYTES = Pattern.compile("(?i)(invalid|malformed).*(byte|utf-8|encoding)");

    private final Kind kind;
    private final int line;
    private final int column;

    BrokenXml(Kind kind, int line, int column, String reason) {
        super(reason);
        this.kind = kind;
        this.line = Math.max(line, 1);
        this.column = Math.max(column, 1);
    }

    static BrokenXml of(XMLStreamException e) {
        var place = e.getLocation();
        var reason =
                PLACE.matcher(String.valueOf(e.getMessage())).replaceFirst("").strip();
        return new BrokenXml(
                kindOf(reason),
                place == null ? 1 : place.getLineNumber(),
                place == null ? 1 : place.getColumnNumber(),
                reason);
    }

    private static Kind kindOf(String reason) {
        if (BYTES.matcher(reason).find()) return Kind.ENCODING;
        return reason.contains("entity") && reason.contains("referenced") ? Kind.DOCTYPE : Kind.MALFORMED;
    }

    public Kind kind() {
        return kind;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1. */
    public int column() {
        return column;
    }
}
