package io.tandem.channel.mail.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The form in which Outlook keeps formatted text ([MS-OXRTFCP]). */
final class CompressedRtf {

    private static final int COMPRESSED = 0x75465A4C;
    private static final int PLAIN = 0x414C454D;
    private static final int HEADER = 16;
    private static final int WINDOW = 4096;
    private static final int LARGEST = 5_000_000;
    private static final String KNOWN =
            "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
                    + "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
                    + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

    private final byte[] in;
    private final byte[] window = new byte[WINDOW];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at = HEADER;
    private int write;

    private CompressedRtf(byte[] in) {
        this.in = in;
        var known = KNOWN.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(known, 0, window, 0, known.length);
        write = known.length;
    }

    static Optional<byte[]> expanded(byte[] in) {
        if (in.length <= HEADER) return Optional.empty();
        return switch (ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN).getInt(8)) {
            case PLAIN -> Optional.of(Arrays.copyOfRange(in, HEADER, in.length));
            case COMPRESSED -> Optional.of(new CompressedRtf(in).expand());
            default -> Optional.empty();
        };
    }

    private byte[] expand() {
        while (at < in.length && out.size() < LARGEST) {
            var flags = in[at++];
            for (int bit = 0; bit < 8 && at < in.length; bit++) {
                if ((flags >> bit & 1) == 0) put(in[at++]);
                else if (at + 1 >= in.length || !repeat()) return out.toByteArray();
            }
        }
        return out.toByteArray();
    }

    /** @return false at the end, which points to where the next byte would be written */
    private boolean repeat() {
        var reference = (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
        at += 2;
        var from = reference >> 4;
        if (from == write) return false;
        for (int i = 0; i < (reference & 0xF) + 2; i++) put(window[(from + i) % WINDOW]);
        return true;
    }

    private void put(byte one) {
        out.write(one);
        window[write] = one;
        write = (write + 1) % WINDOW;
    }
}
