package io.tandem.channel.whatsapp;

import io.tandem.attachment.Attachment;
import io.tandem.attachment.Attachments;
import io.tandem.channel.Button;
import io.tandem.channel.ChannelDown;
import io.tandem.channel.Undeliverable;
import io.tandem.content.Texts;
import io.tandem.http.NoAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends the parts of a message; each gives the id by which WhatsApp knows it. */
final class WhatsAppSender {

    private static final long MEGABYTE = 1024L * 1024;
    private static final Map<String, Set<String>> SHOWN = Map.of(
            "image", Set.of("image/jpeg", "image/png"),
            "audio", Set.of("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr"),
            "video", Set.of("video/mp4", "video/3gpp"));
    private static final Map<String, Long> LARGEST =
            Map.of("image", 5 * MEGABYTE, "audio", 16 * MEGABYTE, "video", 16 * MEGABYTE);

    private final WhatsAppSettings settings;
    private final GraphApi api;
    private final Attachments attachments;
    private final Texts texts;

    WhatsAppSender(WhatsAppSettings settings, GraphApi api, Attachments attachments, Texts texts) {
        this.settings = settings;
        this.api = api;
        this.attachments = attachments;
        this.texts = texts;
    }

    String text(String to, String text) {
        return send(to, "text", Map.of("body", text, "preview_url", false));
    }

    /** @param text above the buttons; something is always there */
    String choice(String to, String text, List<Button> buttons, String language) {
        var words = text.isEmpty() ? texts.get(language, "whatsapp.choose") : text;
        var choice = new Choice(buttons, texts.get(language, "whatsapp.list"));
        return send(to, "interactive", choice.under(words));
    }

    String template(String to) {
        var template = settings.template();
        if (template.isMissing())
            throw new Undeliverable("the customer has not written by WhatsApp for 24 hours, and no template is"
                    + " configured with which we could ask them to");
        return send(to, "template", Map.of("name", template.name(), "language", Map.of("code", template.language())));
    }

    private String send(String to, String type, Map<String, ?> content) {
        try {
            return api.send(Map.of(
                    "messaging_product",
                    "whatsapp",
                    "recipient_type",
                    "individual",
                    "to",
                    to,
                    "type",
                    type,
                    type,
                    content));
        } catch (NoAnswer none) {
            throw new ChannelDown("WhatsApp does not answer: " + none.getMessage());
        }
    }

    String file(String to, Attachment file) {
        var id = api.upload(file.name(), file.type(), file.size(), () -> attachments.content(file));
        var kind = kind(file);
        var content = new HashMap<>(Map.of("id", id));
        if (kind.equals("document")) content.put("filename", file.name());
        return send(to, kind, content);
    }

    /** What WhatsApp shows by itself; all else is a document. */
    private static String kind(Attachment file) {
        return SHOWN.entrySet().stream()
                .filter(kind ->
                        kind.getValue().contains(file.type()) && file.size() <= LARGEST.getOrDefault(kind.getKey(), 0L))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("document");
    }
}
