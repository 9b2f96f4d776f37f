package io.tandem.channel.mail;

import io.tandem.attachment.Attachment;
import io.tandem.attachment.Attachments;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.util.List;

/** The parts of a mail: its text twice, then the files. */
record MailBody(String plain, String html, List<Attachment> files, Attachments attachments) {

    MimeMultipart parts() throws MessagingException, UnsupportedEncodingException {
        var text = new MimeMultipart("alternative", part(plain, "plain"), part(html, "html"));
        if (files.isEmpty()) return text;
        var first = new MimeBodyPart();
        first.setContent(text);
        var all = new MimeMultipart("mixed", first);
        for (var file : files) all.addBodyPart(part(file));
        return all;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private MimeBodyPart part(Attachment file) throws MessagingException, UnsupportedEncodingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Source(file)));
        part.setFileName(MimeUtility.encodeText(file.name(), "UTF-8", null));
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Read piece by piece while it is sent. */
    private final class Source implements DataSource {

        private final Attachment file;

        private Source(Attachment file) {
            this.file = file;
        }

        @Override
        public InputStream getInputStream() {
            return attachments.content(file);
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getContentType() {
            return file.type();
        }

        @Override
        public String getName() {
            return file.name();
        }
    }
}
