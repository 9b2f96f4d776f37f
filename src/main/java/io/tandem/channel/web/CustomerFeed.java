package io.tandem.channel.web;

import io.tandem.live.LiveFeed;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer's open page hears of: its ticket's messages that are meant for the customer, and who has it. */
final class CustomerFeed implements LiveFeed {

    private final UUID ticket;
    private final Tickets tickets;
    private final Messages messages;
    private final StatusBoard board;
    private final MessageViews views;
    private int told;
    private @Nullable StatusView status;

    CustomerFeed(UUID ticket, int told, Tickets tickets, Messages messages, StatusBoard board, MessageViews views) {
        this.ticket = ticket;
        this.told = told;
        this.tickets = tickets;
        this.messages = messages;
        this.board = board;
        this.views = views;
    }

    @Override
    public List<LiveEvent> news() {
        // First the words: a ticket that was read before them may not know the last one yet, and would not let it be
        // answered.
        var said = messages.after(ticket, told);
        var now = tickets.get(ticket);
        if (told > now.lastPosition()) return anew();
        var news = new ArrayList<LiveEvent>();
        var current = board.of(now);
        if (!current.equals(status)) {
            status = current;
            news.add(new LiveEvent("status", null, current));
        }
        for (var view : views.of(now, said)) {
            news.add(new LiveEvent("message", String.valueOf(view.position()), view));
        }
        if (!said.isEmpty()) told = said.get(said.size() - 1).position();
        return news;
    }

    /** The page remembers another database than this one, which was restored since: nothing that it knows may count. */
    private List<LiveEvent> anew() {
        told = 0;
        var news = new ArrayList<LiveEvent>();
        news.add(LiveEvent.anew());
        news.addAll(news());
        return news;
    }
}
