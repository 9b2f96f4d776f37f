package io.tandem.channel.whatsapp;

import io.tandem.attachment.Attachments;
import io.tandem.channel.Connections;
import io.tandem.channel.messenger.SentParts;
import io.tandem.content.Texts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The number at WhatsApp, if there is one. */
@Component
class WhatsAppConnection implements Connections {

    private static final Logger log = LoggerFactory.getLogger(WhatsAppConnection.class);

    private final List<WhatsAppChannel> channels;
    private final GraphApi api;
    private final WhatsAppSender sender;

    WhatsAppConnection(
            WhatsAppSettings settings, Attachments attachments, Texts texts, Windows windows, SentParts parts) {
        if (!settings.off()) settings.check();
        api = new GraphApi(settings);
        sender = new WhatsAppSender(settings, api, attachments, texts);
        channels = settings.off() ? List.of() : List.of(new WhatsAppChannel(sender, windows, parts));
        if (!settings.off()) log.info("Connected: {}", settings);
    }

    @Override
    public List<WhatsAppChannel> channels() {
        return channels;
    }

    GraphApi api() {
        return api;
    }

    WhatsAppSender sender() {
        return sender;
    }
}
