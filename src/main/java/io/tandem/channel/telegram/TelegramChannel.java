package io.tandem.channel.telegram;

import io.tandem.channel.Abilities;
import io.tandem.channel.Button;
import io.tandem.channel.Channel;
import io.tandem.channel.ChannelDown;
import io.tandem.channel.Outgoing;
import io.tandem.channel.Receipt;
import io.tandem.channel.Undeliverable;
import io.tandem.channel.messenger.SentParts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.unit.DataSize;

/** The way to customers' chats with our bot: texts one after the other, the last one with the buttons, then the files. */
final class TelegramChannel implements Channel {

    /** The buttons' number is bounded by nothing that we could reach. */
    private static final Abilities ABILITIES =
            new Abilities(TelegramMarkup::render, 4096, 100, 64, DataSize.ofMegabytes(50));

    private final TelegramSender sender;
    private final SentParts parts;

    TelegramChannel(TelegramSender sender, SentParts parts) {
        this.sender = sender;
        this.parts = parts;
    }

    @Override
    public String name() {
        return TelegramSettings.CHANNEL;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    @Override
    public Receipt send(Outgoing message) {
        if (message.hasLargerFileThan(ABILITIES)) throw new Undeliverable("a file is larger than Telegram takes it");
        try {
            return new Receipt(parts.send(name(), message, parts(message)));
        } catch (TelegramRefused refused) {
            throw translated(refused);
        }
    }

    private List<Supplier<String>> parts(Outgoing message) {
        var parts = new ArrayList<Supplier<String>>();
        var chat = message.address();
        var texts = message.laidOut(ABILITIES);
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var buttons = i == texts.size() - 1 ? message.buttons() : List.<Button>of();
            parts.add(() -> sender.text(chat, text, buttons));
        }
        message.files().forEach(file -> parts.add(() -> sender.file(chat, file)));
        return parts;
    }

    private static RuntimeException translated(TelegramRefused refused) {
        return switch (refused.code()) {
            case 401, 404 -> new ChannelDown("Telegram does not know our token");
            case 403 -> new Undeliverable("the customer has blocked the bot or deleted their account");
            case 429 ->
                new ChannelDown(
                        "Telegram asks us to slow down", refused.retryAfter().orElse(null));
            default ->
                refused.code() >= 500
                        ? new ChannelDown("Telegram has a trouble of its own: HTTP " + refused.code())
                        : new Undeliverable(
                                refused.says("chat not found")
                                        ? "there is no such chat any more"
                                        : "Telegram refuses the message: HTTP " + refused.code());
        };
    }
}
