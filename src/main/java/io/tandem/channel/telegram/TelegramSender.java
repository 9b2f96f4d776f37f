package io.tandem.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.attachment.Attachment;
import io.tandem.attachment.Attachments;
import io.tandem.channel.Button;
import io.tandem.channel.ChannelDown;
import io.tandem.http.NoAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends the parts of a message; each gives the id by which the channel knows it. */
final class TelegramSender {

    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png");
    private static final long LARGEST_PHOTO = 10L * 1024 * 1024;
    private static final int LONGEST_NOTICE = 200;

    private final TelegramApi api;
    private final Attachments attachments;

    TelegramSender(TelegramApi api, Attachments attachments) {
        this.api = api;
        this.attachments = attachments;
    }

    String text(String chat, String html, List<Button> buttons) {
        try {
            return send(chat, html, "HTML", buttons);
        } catch (TelegramRefused refused) {
            // Should the markup ever be wrong, the customer reads the words without it.
            if (refused.code() == 400 && refused.says("parse entities")) return send(chat, bare(html), "", buttons);
            throw refused;
        } catch (NoAnswer none) {
            throw new ChannelDown("Telegram does not answer: " + none.getMessage());
        }
    }

    private String send(String chat, String text, String markup, List<Button> buttons) {
        var message = new HashMap<String, Object>();
        message.put("chat_id", chat);
        message.put("text", text);
        message.put("link_preview_options", Map.of("is_disabled", true));
        if (!markup.isEmpty()) message.put("parse_mode", markup);
        if (!buttons.isEmpty()) message.put("reply_markup", keyboard(buttons));
        return idOf(chat, api.call("sendMessage", message));
    }

    private static Map<String, ?> keyboard(List<Button> buttons) {
        var rows = buttons.stream()
                .map(button -> List.of(Map.of("text", button.label(), "callback_data", button.press())))
                .toList();
        return Map.of("inline_keyboard", rows);
    }

    private static String bare(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String idOf(String chat, JsonNode message) {
        return chat + "/" + message.path("message_id").asText();
    }

    /** A picture is shown as one, if Telegram can; else it is a file like any other. */
    String file(String chat, Attachment file) {
        if (!PHOTOS.contains(file.type()) || file.size() > LARGEST_PHOTO) return send(chat, file, "document");
        try {
            return send(chat, file, "photo");
        } catch (TelegramRefused refused) {
            if (refused.code() != 400) throw refused;
            return send(chat, file, "document");
        }
    }

    private String send(String chat, Attachment file, String kind) {
        var method = kind.equals("photo") ? "sendPhoto" : "sendDocument";
        var upload =
                new TelegramApi.Upload(kind, file.name(), file.type(), file.size(), () -> attachments.content(file));
        return idOf(chat, api.upload(method, Map.of("chat_id", chat), upload));
    }

    /** The buttons under a message are gone, and who pressed one reads what became of it. */
    void pressed(String callback, String notice, String chat, String message) {
        var shown = notice.length() <= LONGEST_NOTICE ? notice : notice.substring(0, LONGEST_NOTICE - 1) + "…";
        api.call("answerCallbackQuery", Map.of("callback_query_id", callback, "text", shown));
        api.call("editMessageReplyMarkup", Map.of("chat_id", chat, "message_id", Long.valueOf(message)));
    }
}
