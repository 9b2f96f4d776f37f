package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.Contents.Passage;
import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.MailFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outlook's {@code winmail.dat} ([MS-OXTNEF]): the files in it, and the text if it is not there in another form. */
final class Tnef {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int OEM_CODEPAGE = 0x00069007;
    private static final int BODY = 0x0002800C;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int FILE_BEGINS = 0x00069002;
    private static final int FILE_TITLE = 0x00018010;
    private static final int FILE_DATA = 0x0006800F;
    private static final int FILE_PROPERTIES = 0x00069005;
    private static final byte OF_MESSAGE = 1;
    private static final byte OF_FILE = 2;

    private final ByteBuffer tnef;
    private final List<TnefFile> files = new ArrayList<>();
    private Charset charset = Charset.forName("windows-1252");
    private @Nullable String plain;
    private @Nullable String html;
    private byte @Nullable [] rtf;

    private Tnef(byte[] content) {
        tnef = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    static boolean isName(Part part) {
        return part.type().value().matches("application/(?:vnd\\.)?ms-tnef")
                || part.fileName()
                        .filter(name -> name.equalsIgnoreCase("winmail.dat"))
                        .isPresent();
    }

    /** @return nothing if it is none; if it breaks off, what stands before */
    static Optional<Tnef> in(byte[] content, Oddities oddities) {
        var tnef = new Tnef(content);
        try {
            if (tnef.tnef.getInt() != SIGNATURE) throw new BufferUnderflowException();
            tnef.tnef.getShort();
            while (tnef.tnef.remaining() > 0) tnef.attribute();
            return Optional.of(tnef);
        } catch (BufferUnderflowException broken) {
            oddities.mark(Fault.BROKEN_WINMAIL);
            return tnef.files().isEmpty() ? Optional.empty() : Optional.of(tnef);
        }
    }

    List<MailFile> files() {
        var all = new ArrayList<MailFile>();
        for (var file : files) file.mailFile(all.size() + 1).ifPresent(all::add);
        if (rtf != null && passage().isEmpty())
            all.add(new MailFile("message.rtf", "application/rtf", rtf, false, null));
        return all;
    }

    Optional<Passage> passage() {
        return plain == null && html == null ? Optional.empty() : Optional.of(new Passage(plain, html));
    }

    private void attribute() {
        var level = tnef.get();
        if (level != OF_MESSAGE && level != OF_FILE) throw new BufferUnderflowException();
        var id = tnef.getInt();
        var length = tnef.getInt();
        if (length < 0 || length > tnef.remaining()) throw new BufferUnderflowException();
        var value = tnef.slice(tnef.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        tnef.position(tnef.position() + length);
        tnef.getShort();
        if (level == OF_MESSAGE) ofMessage(id, value);
        else ofFile(id, value);
    }

    private void ofMessage(int id, ByteBuffer value) {
        if (id == OEM_CODEPAGE && value.remaining() >= 4) charset = MapiProperties.codepage(value.getInt(), charset);
        if (id == BODY) plain = new String(bytes(value), charset).replace("\0", "");
        if (id == MESSAGE_PROPERTIES) properties(MapiProperties.in(value, charset));
    }

    private void properties(MapiProperties properties) {
        properties.text(MapiProperties.BODY).ifPresent(text -> plain = text);
        properties.text(MapiProperties.HTML).ifPresent(text -> html = text);
        rtf = properties
                .bytes(MapiProperties.RTF)
                .flatMap(CompressedRtf::expanded)
                .orElse(rtf);
    }

    private void ofFile(int id, ByteBuffer value) {
        if (id == FILE_BEGINS || files.isEmpty()) files.add(new TnefFile());
        var file = files.get(files.size() - 1);
        switch (id) {
            case FILE_TITLE -> file.title(new String(bytes(value), charset).replace("\0", ""));
            case FILE_DATA -> file.content(bytes(value));
            case FILE_PROPERTIES -> file.properties(MapiProperties.in(value, charset));
            default -> {}
        }
    }

    private static byte[] bytes(ByteBuffer value) {
        var bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }
}
