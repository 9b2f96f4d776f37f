package io.tandem.channel.whatsapp;

import io.tandem.channel.Abilities;
import io.tandem.channel.AwaitsCustomer;
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

/** The way to customers' WhatsApp: texts one after the other, the last one with the buttons, then the files. */
final class WhatsAppChannel implements Channel {

    /** As many buttons as a list has rows. */
    private static final Abilities ABILITIES =
            new Abilities(WhatsAppMarkup::render, 4096, 10, 20, DataSize.ofMegabytes(100));

    private final WhatsAppSender sender;
    private final Windows windows;
    private final SentParts parts;

    WhatsAppChannel(WhatsAppSender sender, Windows windows, SentParts parts) {
        this.sender = sender;
        this.windows = windows;
        this.parts = parts;
    }

    @Override
    public String name() {
        return WhatsAppSettings.CHANNEL;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    @Override
    public Receipt send(Outgoing message) throws AwaitsCustomer {
        if (message.hasLargerFileThan(ABILITIES)) throw new Undeliverable("a file is larger than WhatsApp takes it");
        var until = windows.openUntil(message.address()).orElseThrow(WhatsAppChannel::windowClosed);
        try {
            return new Receipt(parts.send(name(), message, parts(message)));
        } catch (GraphRefused refused) {
            if (refused.trouble() != Trouble.WINDOW_CLOSED) throw translated(refused);
            windows.closed(message.address(), until);
            throw windowClosed();
        }
    }

    private static AwaitsCustomer windowClosed() {
        return new AwaitsCustomer("the customer has not written for 24 hours");
    }

    /** With the template: it holds no word of the message. */
    @Override
    public void invite(Outgoing message) {
        var to = message.address();
        if (!windows.beginInvitation(to)) return;
        var invited = false;
        try {
            windows.invited(to, sender.template(to));
            invited = true;
        } catch (GraphRefused refused) {
            throw translated(refused);
        } finally {
            if (!invited) windows.notInvited(to);
        }
    }

    private List<Supplier<String>> parts(Outgoing message) {
        var parts = new ArrayList<Supplier<String>>();
        var to = message.address();
        var texts = message.laidOut(ABILITIES);
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var buttons = i == texts.size() - 1 ? message.buttons() : List.<Button>of();
            if (buttons.isEmpty()) parts.add(() -> sender.text(to, text));
            else if (text.length() <= Choice.LONGEST_TEXT)
                parts.add(() -> sender.choice(to, text, buttons, message.language()));
            else {
                parts.add(() -> sender.text(to, text));
                parts.add(() -> sender.choice(to, "", buttons, message.language()));
            }
        }
        message.files().forEach(file -> parts.add(() -> sender.file(to, file)));
        return parts;
    }

    private static RuntimeException translated(GraphRefused refused) {
        var error = "error " + refused.code();
        return switch (refused.trouble()) {
            case NO_CUSTOMER -> new Undeliverable("WhatsApp does not reach the customer: " + error);
            case TEMPLATE -> new Undeliverable("WhatsApp refuses the template: " + error);
            case MESSAGE -> new Undeliverable("WhatsApp refuses the message: " + error);
            case BUSY ->
                new ChannelDown(
                        "WhatsApp asks us to slow down", refused.retryAfter().orElse(null));
            case OUR_ACCESS -> new ChannelDown("WhatsApp refuses our token, number or account: " + error);
            case NOT_THERE -> new ChannelDown("WhatsApp has a trouble of its own: " + error);
            case PASSING, WINDOW_CLOSED -> refused;
        };
    }
}
