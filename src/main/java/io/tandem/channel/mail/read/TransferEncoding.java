package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The content of a part out of the form in which it travels. */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decoded(byte[] content, String encoding, Oddities oddities) {
        return switch (encoding) {
            case "base64", "b64" -> base64(content, oddities);
            case "quoted-printable" -> QuotedPrintable.decoded(content, '=');
            case "x-uuencode", "x-uue", "uuencode" -> uuencoded(content, oddities);
            case "", "7bit", "8bit", "binary" -> content;
            default -> {
                oddities.mark(Fault.BROKEN_ENCODING);
                yield content;
            }
        };
    }

    /** Lists and scanners add lines of plain text to it, and some programs only say that it is base64. */
    private static byte[] base64(byte[] content, Oddities oddities) {
        var digits = new ByteArrayOutputStream(content.length);
        int left = 0;
        for (int from = 0, to; from < content.length; from = to) {
            to = endOfLine(content, from);
            var line = Arrays.copyOfRange(content, from, to);
            if (isBlank(line)) continue;
            if (isBase64(line)) digits.writeBytes(line);
            else left += line.length;
        }
        if (left > 0) oddities.mark(Fault.BROKEN_ENCODING);
        return left > digits.size() && !beginsAsBase64(content) ? content : Base64.decoded(digits.toByteArray());
    }

    private static boolean beginsAsBase64(byte[] content) {
        var line = new String(content, 0, Math.min(200, content.length), StandardCharsets.ISO_8859_1)
                .strip()
                .split("\\s", 2)[0];
        return line.length() > 8 && line.length() % 4 == 0 && isBase64(line.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int endOfLine(byte[] content, int from) {
        for (int i = from; i < content.length; i++) {
            if (content[i] == '\n') return i + 1;
        }
        return content.length;
    }

    private static boolean isBlank(byte[] line) {
        for (var one : line) {
            if (one > ' ' || one < 0) return false;
        }
        return true;
    }

    private static boolean isBase64(byte[] line) {
        int rubbish = 0;
        int words = 0;
        for (var one : line) {
            if (one == ' ') words++;
            else if (one > ' ' || one < 0) rubbish += Base64.isDigit((char) (one & 0xFF)) || one == '=' ? 0 : 1;
        }
        return words < 3 && rubbish * 10 <= line.length;
    }

    private static byte[] uuencoded(byte[] content, Oddities oddities) {
        try (var decoded = MimeUtility.decode(new ByteArrayInputStream(content), "uuencode")) {
            return decoded.readAllBytes();
        } catch (MessagingException | IOException | IndexOutOfBoundsException broken) {
            oddities.mark(Fault.BROKEN_ENCODING);
            return content;
        }
    }
}
