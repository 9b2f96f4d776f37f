package io.tandem.channel.web;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The ids that pages give to what they send, so that a repeated request is the same request. They count within one
 * ticket, so nobody can take or read the message of another ticket by its id.
 */
final class ClientId {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ClientId() {}

    static @Nullable String ofMessage(UUID ticket, @Nullable String id) {
        return id == null ? null : ticket + "/" + FitText.id(id);
    }

    /** For a ticket that is to be opened. Who repeats it gets the ticket's key, so it must be unguessable: a UUID. */
    static @Nullable String ofTicket(@Nullable String key) {
        if (key == null) return null;
        if (!UUID_TEXT.matcher(key).matches()) throw new Problem(HttpStatus.BAD_REQUEST, "badIdempotencyKey");
        return "open/" + key;
    }

    /** The id of a message for which files are uploaded: whoever knows it can name them, so it must be unguessable. */
    static UUID secret(@Nullable String id) {
        if (id == null || !UUID_TEXT.matcher(id).matches()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "attachmentNeedsMessage");
        }
        return UUID.fromString(id);
    }

    static @Nullable String in(Message message) {
        var id = message.providerId();
        return id == null || !message.isFrom(Author.CUSTOMER) ? null : id.substring(id.indexOf('/') + 1);
    }
}
