package io.tandem.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.FitText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what Meta tells us: several things in one call, each of them once. */
@Component
class WhatsAppEvents {

    private final WhatsAppSettings settings;
    private final WhatsAppNews news;
    private final WhatsAppStatuses statuses;

    WhatsAppEvents(WhatsAppSettings settings, WhatsAppNews news, WhatsAppStatuses statuses) {
        this.settings = settings;
        this.news = news;
        this.statuses = statuses;
    }

    /**
     * Returns after the commit. Fails if one of them cannot be taken now, after all others: Meta tells them again, and those
     * that were taken are recognized.
     */
    void take(JsonNode body) {
        RuntimeException failure = null;
        for (var work : works(body)) {
            try {
                work.run();
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) throw failure;
    }

    private List<Runnable> works(JsonNode body) {
        var works = new ArrayList<Runnable>();
        for (var entry : body.path("entry")) {
            for (var change : entry.path("changes")) {
                var value = change.path("value");
                if (!change.path("field").asText().equals("messages") || !isOurs(value)) continue;
                var names = names(value);
                for (var message : value.path("messages")) {
                    works.add(() -> news.take(new WhatsAppMessage(message, nameOf(message, names))));
                }
                for (var status : value.path("statuses")) works.add(() -> statuses.take(status));
            }
        }
        return works;
    }

    /** An app at Meta can have several numbers; all of them are told of here. */
    private boolean isOurs(JsonNode value) {
        return value.path("metadata").path("phone_number_id").asText().equals(settings.phoneNumberId());
    }

    private static Map<String, String> names(JsonNode value) {
        var names = new HashMap<String, String>();
        for (var contact : value.path("contacts")) {
            var name = FitText.cleanedName(contact.path("profile").path("name").asText());
            if (name != null) names.put(contact.path("wa_id").asText(), name);
        }
        return names;
    }

    private static @Nullable String nameOf(JsonNode message, Map<String, String> names) {
        return names.get(message.path("from").asText());
    }
}
