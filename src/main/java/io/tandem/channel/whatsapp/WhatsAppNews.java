package io.tandem.channel.whatsapp;

import static io.tandem.channel.whatsapp.WhatsAppSettings.CHANNEL;

import io.tandem.channel.ChannelDown;
import io.tandem.channel.Channels;
import io.tandem.channel.Presses;
import io.tandem.channel.Undeliverable;
import io.tandem.channel.messenger.AnsweredPresses;
import io.tandem.channel.messenger.Arrivals;
import io.tandem.channel.messenger.PressedMessages;
import io.tandem.process.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What customers write and press. */
@Component
class WhatsAppNews {

    private static final Logger log = LoggerFactory.getLogger(WhatsAppNews.class);

    private final WhatsAppConnection whatsApp;
    private final Windows windows;
    private final Arrivals arrivals;
    private final PressedMessages pressed;
    private final Presses presses;
    private final AnsweredPresses answered;
    private final Channels channels;
    private final ChangedNumbers numbers;
    private final Transactions transactions;

    WhatsAppNews(
            WhatsAppConnection whatsApp,
            Windows windows,
            Arrivals arrivals,
            PressedMessages pressed,
            Presses presses,
            AnsweredPresses answered,
            Channels channels,
            ChangedNumbers numbers,
            Transactions transactions) {
        this.whatsApp = whatsApp;
        this.windows = windows;
        this.arrivals = arrivals;
        this.pressed = pressed;
        this.presses = presses;
        this.answered = answered;
        this.channels = channels;
        this.numbers = numbers;
        this.transactions = transactions;
    }

    void take(WhatsAppMessage message) {
        if (!message.isFromSomebody()) return;
        switch (message.type()) {
            case "system" -> numbers.take(message);
            case "reaction" -> opened(message); // a thumb under our words is no matter
            case "interactive" -> pressed(message);
            case "button" -> accepted(message);
            default -> wrote(message);
        }
    }

    /** First the window: the answer must not find it closed. */
    private void wrote(WhatsAppMessage message) {
        opened(message);
        arrivals.take(message.arrival(), whatsApp.api());
    }

    /** From now on the customer can be written to for a day. What waited for that goes out, if anything did. */
    private boolean opened(WhatsAppMessage message) {
        return transactions.inOne(() -> {
            windows.opened(message.from(), message.at());
            return windows.isOpen(message.from()) && channels.hurry(CHANNEL, message.from()) > 0;
        });
    }

    /** A button under our invitation; if we have nothing to say any more, it is the customer who does. */
    private void accepted(WhatsAppMessage message) {
        var invitation = windows.isInvitation(message.from(), message.repliesTo());
        if (!opened(message) || !invitation) arrivals.take(message.arrival(), whatsApp.api());
    }

    private void pressed(WhatsAppMessage message) {
        opened(message);
        var press = message.press();
        var under = pressed.of(CHANNEL, message.from(), message.repliesTo());
        if (press.isEmpty() || under.isEmpty()) {
            arrivals.take(message.arrival(), whatsApp.api());
            return;
        }
        if (answered.contains(CHANNEL, message.id())) return;
        var outcome = presses.press(under.get().ticket(), press.get());
        answered.add(CHANNEL, message.id());
        tell(message.from(), outcome.text());
    }

    /** Nothing of the customer's is lost with it. */
    private void tell(String customer, String text) {
        try {
            whatsApp.sender().text(customer, WhatsAppMarkup.render(text));
        } catch (GraphRefused | ChannelDown | Undeliverable notNow) {
            log.debug("WhatsApp: {}", notNow.getMessage());
        }
    }
}
