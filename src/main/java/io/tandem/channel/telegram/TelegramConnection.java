package io.tandem.channel.telegram;

import io.tandem.attachment.Attachments;
import io.tandem.channel.Connections;
import io.tandem.channel.messenger.SentParts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bot at Telegram, if there is one. */
@Component
class TelegramConnection implements Connections {

    private static final Logger log = LoggerFactory.getLogger(TelegramConnection.class);

    private final List<TelegramChannel> channels;
    private final TelegramApi api;
    private final TelegramSender sender;

    TelegramConnection(TelegramSettings settings, Attachments attachments, SentParts parts) {
        if (!settings.off()) settings.check();
        api = new TelegramApi(settings);
        sender = new TelegramSender(api, attachments);
        channels = settings.off() ? List.of() : List.of(new TelegramChannel(sender, parts));
        if (!settings.off()) log.info("Connected: {}", settings);
    }

    @Override
    public List<TelegramChannel> channels() {
        return channels;
    }

    TelegramApi api() {
        return api;
    }

    TelegramSender sender() {
        return sender;
    }
}
