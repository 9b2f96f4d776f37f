package io.tandem.desk;

import io.tandem.channel.Deliveries.Fate;
import io.tandem.desk.TaskView.TaskStatus;
import io.tandem.live.LiveFeed;
import io.tandem.live.SignedIn;
import io.tandem.ticket.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent's open form hears of: all that is said on the ticket, notes included, who has it and who reads it. */
final class AgentFeed implements LiveFeed {

    private final String task;
    private final UUID ticket;
    private final String reader;
    private final Tickets tickets;
    private final TaskViews views;
    private final Presence presence;
    private final Sight sight;
    private final SignedIn session;
    private int told;
    private @Nullable TaskStatus status;
    private List<ReaderView> readers = List.of();
    /** None at first: what has changed since the page was loaded is told. */
    private Map<UUID, Fate> fates = Map.of();

    record ReaderView(String user, String name, boolean typing) {}

    /** @param session of the reader */
    AgentFeed(
            String task,
            UUID ticket,
            String reader,
            int told,
            Tickets tickets,
            TaskViews views,
            Presence presence,
            Sight sight,
            SignedIn session) {
        this.task = task;
        this.ticket = ticket;
        this.reader = reader;
        this.told = told;
        this.tickets = tickets;
        this.views = views;
        this.presence = presence;
        this.sight = sight;
        this.session = session;
    }

    @Override
    public List<LiveEvent> news() {
        if (session.isOver()) return List.of();
        var news = new ArrayList<LiveEvent>();
        var current = views.status(task, reader);
        if (!current.equals(status)) {
            status = current;
            news.add(new LiveEvent("status", null, current));
        }
        // That the task is over is told to whoever had it open; what is said from then on is not theirs.
        if (!sight.includes(task, reader)) return news;
        var reading = presence.others(ticket, reader).stream()
                .map(other ->
                        new ReaderView(other.user(), views.person(other.user()).name(), other.typing()))
                .toList();
        if (!reading.equals(readers)) {
            readers = reading;
            news.add(new LiveEvent("readers", null, reading));
        }
        news.addAll(messages());
        return news;
    }

    /** What is new, and what was told before and has reached its customer meanwhile, or has not. */
    private List<LiveEvent> messages() {
        var news = new ArrayList<LiveEvent>();
        var now = views.fates(ticket);
        var before = fates;
        fates = now;
        var current = tickets.get(ticket);
        if (told > current.lastPosition()) {
            // The page remembers another database than this one, which was restored since.
            told = 0;
            news.add(LiveEvent.anew());
        }
        var earlier = now.equals(before) ? told : 0;
        for (var message : views.messages(current, earlier)) {
            if (message.position() > told) {
                told = message.position();
                news.add(new LiveEvent("message", String.valueOf(told), message));
            } else if (!Objects.equals(now.get(message.id()), before.get(message.id()))) {
                news.add(new LiveEvent("message", null, message));
            }
        }
        return news;
    }
}
