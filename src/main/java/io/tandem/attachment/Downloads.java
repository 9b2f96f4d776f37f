package io.tandem.attachment;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** Files as answers: never shown by the browser itself, never guessed at, never kept. Who may have them is asked before. */
@Component
public class Downloads {

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final Attachments attachments;

    Downloads(Attachments attachments) {
        this.attachments = attachments;
    }

    public ResponseEntity<Resource> file(Attachment attachment) {
        return body(
                harmless(MediaType.parseMediaType(attachment.type()))
                        .contentLength(attachment.size())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                disposition(attachment).toString()),
                attachments.content(attachment));
    }

    private static ContentDisposition disposition(Attachment attachment) {
        return ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
    }

    /** What an upload's Content-Disposition calls it; none if it says nothing that can be read. */
    public static @Nullable String nameIn(@Nullable String disposition) {
        try {
            return disposition == null
                    ? null
                    : ContentDisposition.parse(disposition).getFilename();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    public ResponseEntity<Resource> preview(Attachment attachment) {
        return body(harmless(MediaType.IMAGE_JPEG), attachments.preview(attachment));
    }

    private static ResponseEntity<Resource> body(BodyBuilder head, InputStream content) {
        return head.body(new InputStreamResource(content));
    }

    private static BodyBuilder harmless(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY)
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
