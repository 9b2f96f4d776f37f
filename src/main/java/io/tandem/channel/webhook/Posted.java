package io.tandem.channel.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tandem.channel.Button;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we post to a system.
 *
 * @param number the ticket's, that people can say
 * @param conversation as the system has named it
 */
record Posted(String type, UUID ticket, long number, String conversation, String language, Said message) {

    /**
     * @param author {@code bot}, {@code agent} or {@code system}
     * @param text as Markdown; the links to its sources are part of it
     * @param plain the same as somebody would type it
     * @param html the same, safe to be shown
     * @param buttons what the customer may press: post back {@code press}, or let them open {@code link}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            UUID id,
            String author,
            @Nullable String name,
            String text,
            String plain,
            String html,
            Instant at,
            List<Source> sources,
            List<Button> buttons,
            List<File> files) {}

    record Source(String title, String url) {}

    /** @param url where it can be fetched for a day */
    record File(UUID id, String name, String type, long size, String url) {}

    static Posted message(UUID ticket, long number, String conversation, String language, Said message) {
        return new Posted("message", ticket, number, conversation, language, message);
    }
}
