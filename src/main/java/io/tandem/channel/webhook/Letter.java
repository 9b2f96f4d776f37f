package io.tandem.channel.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tandem.api.FitText;
import io.tandem.api.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a system tells us of its customer.
 *
 * @param type {@code message} if there is none
 * @param conversation the system's own name of what it and the customer talk about: on it a ticket goes on
 * @param id the system's own id of the message: the same again is the same message
 * @param human whether the customer wants a person
 * @param message the answer that helped or did not; the bot's latest if there is none
 */
record Letter(
        @Nullable String type,
        @Nullable String conversation,
        @Nullable String text,
        @Nullable String id,
        @Nullable String name,
        @Nullable String language,
        @Nullable Boolean human,
        @Nullable List<@Nullable File> attachments,
        @Nullable UUID message,
        @Nullable Boolean helped,
        @Nullable Integer score,
        @Nullable String comment,
        @Nullable String press) {

    @JsonCreator
    Letter {}

    /** @param base64 the file's bytes */
    record File(@Nullable String name, @Nullable String base64) {}

    String kind() {
        return type == null ? "message" : type;
    }

    String from() {
        if (conversation == null) throw new Problem(HttpStatus.BAD_REQUEST, "webhookNoConversation");
        return FitText.id(conversation);
    }

    boolean wantsHuman() {
        return Boolean.TRUE.equals(human);
    }

    List<@Nullable File> files() {
        return attachments == null ? List.of() : attachments;
    }
}
