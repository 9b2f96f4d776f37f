package io.tandem.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.channel.ChannelDown;
import io.tandem.channel.Inbox;
import io.tandem.channel.Presses;
import io.tandem.channel.messenger.Arrivals;
import io.tandem.channel.messenger.PressedMessages;
import io.tandem.content.Texts;
import io.tandem.http.NoAnswer;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what Telegram tells us, each thing once, whichever way it comes. */
final class TelegramUpdates {

    /** What we ask Telegram to tell. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query");

    private static final Logger log = LoggerFactory.getLogger(TelegramUpdates.class);

    private final TelegramApi api;
    private final TelegramSender sender;
    private final Arrivals arrivals;
    private final PressedMessages pressed;
    private final Presses presses;
    private final Inbox inbox;
    private final Messages messages;
    private final Tickets tickets;
    private final Texts texts;

    TelegramUpdates(
            TelegramApi api,
            TelegramSender sender,
            Arrivals arrivals,
            PressedMessages pressed,
            Presses presses,
            Inbox inbox,
            Messages messages,
            Tickets tickets,
            Texts texts) {
        this.api = api;
        this.sender = sender;
        this.arrivals = arrivals;
        this.pressed = pressed;
        this.presses = presses;
        this.inbox = inbox;
        this.messages = messages;
        this.tickets = tickets;
        this.texts = texts;
    }

    /** Returns after the commit. Fails if it cannot be taken now; then it is to be handed in again. */
    void take(JsonNode update) {
        if (update.has("message")) wrote(new TelegramMessage(update.path("message")));
        else if (update.has("edited_message")) changed(new TelegramMessage(update.path("edited_message")));
        else if (update.has("callback_query")) pressed(update.path("callback_query"));
    }

    private void wrote(TelegramMessage message) {
        var chat = message.chat();
        if (chat == null || !message.isPrivate() || message.isFromABot()) return;
        if (message.isStart()) greet(chat, message);
        else arrivals.take(message.arrival(chat), api);
    }

    private void greet(String chat, TelegramMessage message) {
        var greeting = texts.get(String.valueOf(message.language()), "telegram.greeting");
        politely(() -> sender.text(chat, TelegramMarkup.render(greeting), List.of()));
    }

    /** What was read stays as it was read; agents are told what it is to be now. */
    private void changed(TelegramMessage message) {
        var chat = message.chat();
        if (chat == null || !message.isPrivate()) return;
        var now = message.arrival(chat);
        if (now.text().isEmpty()) return; // e.g. somebody moves, and their live location with them
        messages.delivered(TelegramSettings.CHANNEL, now.providerId())
                .ifPresentOrElse(before -> note(before, now.text(), message.changeId()), () -> arrivals.take(now, api));
    }

    private void note(Message before, String text, String id) {
        var language = tickets.get(before.ticket()).language();
        inbox.note(before.ticket(), texts.get(language, "note.changed", Map.of("text", text)), id);
    }

    private void pressed(JsonNode press) {
        var chat = press.path("message").path("chat").path("id");
        var message = press.path("message").path("message_id");
        var id = press.path("id").asText();
        if (!chat.isIntegralNumber() || !message.isIntegralNumber() || id.isEmpty()) return;
        var notice = pressed.of(TelegramSettings.CHANNEL, chat.asText(), TelegramMessage.providerId(chat, message))
                .map(under -> presses.press(under.ticket(), press.path("data").asText())
                        .text())
                .orElseGet(
                        () -> texts.get(press.path("from").path("language_code").asText(), "press.unknown"));
        politely(() -> sender.pressed(id, notice, chat.asText(), message.asText()));
    }

    /** What customers can do without, for nothing of theirs is lost with it. */
    private static void politely(Runnable kindness) {
        try {
            kindness.run();
        } catch (TelegramRefused | NoAnswer | ChannelDown notNow) {
            log.debug("Telegram: {}", notNow.getMessage());
        }
    }
}
