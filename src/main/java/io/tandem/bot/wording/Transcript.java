package io.tandem.bot.wording;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tandem.bot.Conversation;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What a language model gets to read of a conversation: the last messages of customer and bot, without personal data.
 * What agents wrote stays in the house, notes above all.
 */
record Transcript(List<Line> lines) {

    record Line(String from, String text) {}

    private static final int MOST_MESSAGES = 6;
    private static final int LONGEST = 4_000;

    static Transcript of(Conversation conversation, Placeholders placeholders) {
        var lines = new ArrayDeque<Line>();
        var said = conversation.messages().stream().filter(Transcript::mayLeave).toList();
        int left = LONGEST;
        for (int i = said.size() - 1; i >= 0 && lines.size() < MOST_MESSAGES && left > 0; i--) {
            // Hidden first and cut then: half a number is not recognized any more.
            var text = placeholders.hide(said.get(i).text());
            var cut = text.substring(0, Math.min(text.length(), left));
            lines.addFirst(new Line(said.get(i).isFrom(Author.BOT) ? "bot" : "customer", cut));
            left -= cut.length();
        }
        return new Transcript(List.copyOf(lines));
    }

    void writeTo(ArrayNode conversation) {
        lines.forEach(line -> conversation.addObject().put("from", line.from()).put("text", line.text()));
    }

    /** All of it, as one text. */
    String text() {
        return lines.stream().map(Line::text).collect(joining("\n"));
    }

    private static boolean mayLeave(Message message) {
        return !message.internal() && (message.isFrom(Author.CUSTOMER) || message.isFrom(Author.BOT));
    }
}
