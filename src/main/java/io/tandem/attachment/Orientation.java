package io.tandem.attachment;

import java.awt.geom.AffineTransform;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How a camera was held, as its JPEG says in EXIF's tag 0x0112 (CIPA DC-008, 4.6.4): 1 is upright, 2 to 8 are turned or
 * mirrored.
 */
record Orientation(int exif) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int JPEG = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int FIRST_SEGMENT = 0xFFC0;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int TAG = 0x0112;
    private static final int ENTRY_LENGTH = 12;

    static Orientation of(Path file) throws IOException {
        try (var content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return content.readUnsignedShort() == JPEG ? inSegments(content) : UPRIGHT;
        } catch (EOFException | BufferUnderflowException | IllegalArgumentException damaged) {
            return UPRIGHT;
        }
    }

    private static Orientation inSegments(DataInputStream content) throws IOException {
        for (int marker = content.readUnsignedShort();
                marker >= FIRST_SEGMENT && marker != START_OF_SCAN;
                marker = content.readUnsignedShort()) {
            var segment = content.readNBytes(Math.max(0, content.readUnsignedShort() - 2));
            if (marker == APP1 && startsAsExif(segment)) return inExif(ByteBuffer.wrap(segment));
        }
        return UPRIGHT;
    }

    private static boolean startsAsExif(byte[] segment) {
        return segment.length > EXIF.length && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Orientation inExif(ByteBuffer segment) {
        var tiff = segment.position(EXIF.length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        for (int left = Short.toUnsignedInt(tiff.getShort()); left > 0; left--) {
            var entry = tiff.slice().order(tiff.order());
            if (Short.toUnsignedInt(entry.getShort()) == TAG) return known(entry.getShort(8));
            tiff.position(tiff.position() + ENTRY_LENGTH);
        }
        return UPRIGHT;
    }

    private static Orientation known(int exif) {
        return exif >= 1 && exif <= 8 ? new Orientation(exif) : UPRIGHT;
    }

    /** Width and height change places. */
    boolean lies() {
        return exif >= 5;
    }

    /** What turns a picture of this size upright. */
    AffineTransform upright(int width, int height) {
        return switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
