package io.tandem.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The older office formats (and Windows installers): a file system in a file. Its folders are named in UTF-16, so that what
 * there is can be told without reading its structure, which may be damaged on purpose.
 */
record CompoundFile(boolean hasMacros, boolean installs) {

    private static final byte[] MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;
    private static final String MACROS = new String("_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE), BYTES);

    /** The class id of installers, patches and transforms, without the byte in which they differ. */
    private static final String INSTALLER =
            new String(new byte[] {0x10, 0x0C, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46}, BYTES);

    private static final int PIECE = 64 * 1024;
    private static final int OVERLAP = 64;

    static boolean isOne(Path file) {
        try (var content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompoundFile read(Path file) {
        try (var content = Files.newInputStream(file)) {
            return search(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompoundFile search(InputStream content) throws IOException {
        var macros = false;
        var installs = false;
        var before = "";
        for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            var text = before + new String(piece, BYTES);
            macros |= text.contains(MACROS);
            installs |= text.contains(INSTALLER);
            before = text.substring(Math.max(0, text.length() - OVERLAP));
        }
        return new CompoundFile(macros, installs);
    }
}
