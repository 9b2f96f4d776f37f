package io.tandem.channel.mail.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Outlook's properties of a message or a file, by their ids ([MS-OXPROPS]). */
final class MapiProperties {

    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int DATA = 0x3701;
    static final int NAME = 0x3704;
    static final int LONG_NAME = 0x3707;
    static final int MIME_TYPE = 0x370E;
    static final int CONTENT_ID = 0x3712;

    private static final int FIRST_NAMED = 0x8000;
    private static final int SEVERAL = 0x1000;
    private static final int OBJECT = 0x0D;
    private static final int STRING = 0x1E;
    private static final int UNICODE = 0x1F;
    private static final int BINARY = 0x102;
    private static final int MOST = 5_000;
    private static final Map<Integer, Integer> SIZES =
            Map.of(0x02, 4, 0x03, 4, 0x04, 4, 0x0A, 4, 0x0B, 4, 0x05, 8, 0x06, 8, 0x07, 8, 0x14, 8, 0x40, 8);
    private static final int CLASS_ID = 0x48;

    private record Value(int type, byte[] bytes) {}

    private final Map<Integer, Value> values = new HashMap<>();
    private final ByteBuffer in;
    private final Charset charset;

    private MapiProperties(ByteBuffer in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /** As many as can be read: one of an unknown type has an unknown length. */
    static MapiProperties in(ByteBuffer in, Charset charset) {
        var properties = new MapiProperties(in, charset);
        try {
            var count = Math.min(in.getInt(), MOST);
            for (int i = 0; i < count; i++) properties.property();
        } catch (BufferUnderflowException end) {
            return properties;
        }
        return properties;
    }

    static Charset codepage(int number, Charset otherwise) {
        for (var name : new String[] {"windows-" + number, "x-windows-" + number, "cp" + number}) {
            if (number > 0 && Charset.isSupported(name)) return Charset.forName(name);
        }
        return number == 65001 ? StandardCharsets.UTF_8 : otherwise;
    }

    private void property() {
        var type = in.getShort() & 0xFFFF;
        var id = in.getShort() & 0xFFFF;
        if (id >= FIRST_NAMED) skipName();
        var base = type & ~SEVERAL;
        var sized = base == OBJECT || base == STRING || base == UNICODE || base == BINARY;
        var several = sized || (type & SEVERAL) != 0;
        var count = several ? in.getInt() : 1;
        if (count < 0 || count > MOST) throw new BufferUnderflowException();
        for (int i = 0; i < count; i++) {
            var bytes = sized ? padded(in.getInt()) : padded(size(base));
            values.putIfAbsent(id, new Value(base, bytes));
        }
    }

    private void skipName() {
        padded(16);
        if (in.getInt() == 0) in.getInt();
        else padded(in.getInt());
    }

    private static int size(int type) {
        var size = type == CLASS_ID ? Integer.valueOf(16) : SIZES.get(type);
        if (size == null) throw new BufferUnderflowException();
        return size;
    }

    private byte[] padded(int length) {
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var bytes = new byte[length];
        in.get(bytes);
        in.position(in.position() + Math.min(in.remaining(), (4 - length % 4) % 4));
        return bytes;
    }

    Optional<byte[]> bytes(int id) {
        return Optional.ofNullable(values.get(id))
                .filter(value -> value.type() == BINARY || value.type() == OBJECT)
                .map(Value::bytes);
    }

    Optional<String> text(int id) {
        return Optional.ofNullable(values.get(id)).map(this::text).filter(text -> !text.isBlank());
    }

    private String text(Value value) {
        var text = switch (value.type()) {
            case UNICODE -> new String(value.bytes(), StandardCharsets.UTF_16LE);
            case STRING -> new String(value.bytes(), charset);
            case BINARY -> Charsets.unlabelled(value.bytes());
            default -> "";
        };
        return text.replace("\0", "").replace("\r\n", "\n");
    }
}
