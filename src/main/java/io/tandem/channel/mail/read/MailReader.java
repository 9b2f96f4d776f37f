package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.Unreadable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads e-mails as they travel. Whatever a sender has made of it becomes a {@link ReadMail} or is {@link Unreadable}, in
 * bounded time and memory.
 */
public final class MailReader {

    /** 25 MB of files make 34 MB of mail; servers count either. */
    static final int LARGEST = 50 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(MailReader.class);

    /** @throws IOException if the stream breaks off: nothing is known then, and the mail has to be fetched again */
    public ReadMail read(InputStream raw) throws IOException, Unreadable {
        var bytes = raw.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) throw new Unreadable(Reason.TOO_LARGE);
        try {
            return understood(bytes);
        } catch (RuntimeException | StackOverflowError failure) {
            log.error("A mail of {} bytes cannot be read", bytes.length, failure);
            throw new Unreadable(failure);
        }
    }

    /** Without the net: a test shows that it is not needed. */
    static ReadMail understood(byte[] bytes) throws Unreadable {
        if (isBlank(bytes)) throw new Unreadable(Reason.EMPTY);
        var oddities = new Oddities();
        var mail = new Parts(lineFeeds(bytes), oddities).read();
        if (mail.headers().isEmpty()) oddities.mark(Fault.NO_HEADERS);
        return new Reading(mail, oddities).mail();
    }

    private static boolean isBlank(byte[] bytes) {
        for (var one : bytes) {
            if (one > ' ' || one < 0) return false;
        }
        return true;
    }

    /** Lines that end with a carriage return alone, as very old programs write them. */
    private static byte[] lineFeeds(byte[] bytes) {
        boolean returns = false;
        for (var one : bytes) {
            if (one == '\n') return bytes;
            returns |= one == '\r';
        }
        if (!returns) return bytes;
        var lines = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\r') lines[i] = '\n';
        }
        return lines;
    }
}
