package io.tandem.channel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.tandem.attachment.Attachment;
import io.tandem.attachment.AttachmentSettings;
import io.tandem.attachment.Attachments;
import io.tandem.attachment.Downloads;
import io.tandem.attachment.Holder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customers' files. A file comes in before the message, also before there is a ticket; it goes out by its ticket. */
@RestController
class AttachmentController {

    private final Attachments attachments;
    private final Downloads downloads;
    private final AttachmentSettings settings;

    AttachmentController(Attachments attachments, Downloads downloads, AttachmentSettings settings) {
        this.attachments = attachments;
        this.downloads = downloads;
        this.settings = settings;
    }

    /** What can be attached, so that pages can say at once what is too much; sizes in bytes. */
    record Limits(long fileSize, long messageSize, int files) {}

    @GetMapping("/api/attachments")
    Limits limits() {
        return new Limits(settings.fileSize().toBytes(), settings.messageSize().toBytes(), settings.files());
    }

    /**
     * The body is the file itself.
     *
     * @param message the id of the message that will name the file
     * @param disposition names it: {@code attachment; filename*=UTF-8''photo.jpg}
     */
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping("/api/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    Attachment upload(
            @RequestHeader(name = "Tandem-Message", required = false) @Nullable String message,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false) @Nullable String disposition,
            HttpServletRequest request)
            throws IOException {
        var holder = Holder.customer(ClientId.secret(message));
        return attachments.take(holder, Downloads.nameIn(disposition), request.getInputStream());
    }

    @GetMapping("/api/tickets/{ticket}/attachments/{attachment}")
    ResponseEntity<Resource> file(@PathVariable UUID ticket, @PathVariable UUID attachment) {
        return downloads.file(attachments.forCustomer(ticket, attachment));
    }

    @GetMapping("/api/tickets/{ticket}/attachments/{attachment}/preview")
    ResponseEntity<Resource> preview(@PathVariable UUID ticket, @PathVariable UUID attachment) {
        return downloads.preview(attachments.forCustomer(ticket, attachment));
    }
}
