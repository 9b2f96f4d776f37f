package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the customer can press under a message. */
@Component
class Buttons {

    private final PressKeys keys;
    private final Texts texts;

    Buttons(PressKeys keys, Texts texts) {
        this.keys = keys;
        this.texts = texts;
    }

    List<Button> on(Ticket ticket, Message message, boolean asksRating) {
        if (asksRating) return ratings(ticket);
        if (!message.isFrom(Author.BOT)) return List.of();
        var buttons = new ArrayList<Button>();
        for (int i = 0; i < message.choiceList().size(); i++) {
            var choice = message.choiceList().get(i).title();
            buttons.add(button(ticket, Press.choose(message.id(), i), choice));
        }
        if (message.topic() != null) {
            buttons.add(labelled(ticket, Press.helped(message.id()), "button.helped"));
            buttons.add(labelled(ticket, Press.unhelped(message.id()), "button.unhelped"));
        }
        buttons.add(labelled(ticket, Press.human(), "button.human"));
        return buttons;
    }

    /** The best one first. */
    private List<Button> ratings(Ticket ticket) {
        var buttons = new ArrayList<Button>();
        for (int score = Rating.BEST; score >= Rating.WORST; score--) {
            buttons.add(labelled(ticket, Press.rate(ticket.resolutions(), score), "button.rate." + score));
        }
        return buttons;
    }

    private Button labelled(Ticket ticket, Press press, String text) {
        return button(ticket, press, texts.get(ticket.language(), text));
    }

    private Button button(Ticket ticket, Press press, String label) {
        return new Button(press.text(), label, keys.linkTo(ticket.id(), press.text()));
    }
}
