package io.tandem.attachment;

import io.tandem.api.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached, {@code tandem.attachments.*}.
 *
 * @param fileSize of one file
 * @param messageSize of all files of a message
 * @param files that a message may have
 * @param ticketSize of all files that a customer may bring to a ticket
 * @param unsentSize of all files that customers have uploaded and not sent
 * @param unsentFor how long such a file is kept
 * @param timeLimit for one upload
 * @param pixels that a picture may have
 * @param refusedTypes by content; a type stands for its kinds, too
 * @param refusedEndings of file names, for that is what other computers go by
 */
@ConfigurationProperties("tandem.attachments")
public record AttachmentSettings(
        @DefaultValue("10MB") DataSize fileSize,
        @DefaultValue("25MB") DataSize messageSize,
        @DefaultValue("20") int files,
        @DefaultValue("250MB") DataSize ticketSize,
        @DefaultValue("1GB") DataSize unsentSize,
        @DefaultValue("1d") Duration unsentFor,
        @DefaultValue("5m") Duration timeLimit,
        @DefaultValue("52000000") long pixels,
        @DefaultValue List<String> refusedTypes,
        @DefaultValue List<String> refusedEndings,
        @DefaultValue Uploads uploads,
        @DefaultValue Scanner scanner) {

    Problem messageTooLarge() {
        return new Problem(
                HttpStatus.PAYLOAD_TOO_LARGE, "attachmentsTooLarge", Map.of("most", messageSize.toMegabytes()));
    }

    /**
     * What anybody may upload.
     *
     * @param atOnce how many may run at the same time
     * @param atOncePerAddress of these, from one address
     * @param perHour from one address; as much may come at once
     */
    public record Uploads(
            @DefaultValue("16") int atOnce,
            @DefaultValue("4") int atOncePerAddress,
            @DefaultValue("250MB") DataSize perHour) {}

    /**
     * A virus scanner that speaks clamd's protocol.
     *
     * @param address host and port; without one nothing is scanned
     * @param whenUnreachable what happens to files that could not be scanned
     */
    public record Scanner(
            @DefaultValue("") String address,
            @DefaultValue("30s") Duration timeLimit,
            @DefaultValue("refuse") WhenUnreachable whenUnreachable) {

        public enum WhenUnreachable {
            REFUSE,
            ACCEPT
        }

        boolean off() {
            return address.isBlank();
        }
    }
}
