package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.content.Texts;
import io.tandem.process.ColleagueTasks;
import io.tandem.process.ColleagueTasks.Request;
import io.tandem.process.Staff;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What stays in the house. Whoever is named in a note gets a task. The caller holds the ticket. */
@Component
class Notes {

    private static final int MOST_NAMED = 10;

    private final Tickets tickets;
    private final ColleagueTasks colleagues;
    private final Staff staff;
    private final Texts texts;

    Notes(Tickets tickets, ColleagueTasks colleagues, Staff staff, Texts texts) {
        this.tickets = tickets;
        this.colleagues = colleagues;
        this.staff = staff;
        this.texts = texts;
    }

    /** @param id by which the same note is recognized when it comes again */
    Message write(Ticket ticket, String agent, String text, @Nullable String id) {
        var named = Mentions.in(text, staff.people());
        named.remove(agent);
        if (named.size() > MOST_NAMED) {
            throw new Problem(HttpStatus.BAD_REQUEST, "tooManyNamed", Map.of("most", MOST_NAMED));
        }
        var note = store(ticket, agent, text, id);
        named.forEach(person -> colleagues.ask(
                new Request(ticket.id(), note.id(), agent, person, Staff.AGENTS, false, ticket.priority())));
        return note;
    }

    /** A note whose names are asked in another way. */
    Message store(Ticket ticket, String agent, String text, @Nullable String id) {
        return tickets.add(ticket, Words.note(Author.AGENT, staff.nameOf(agent), text, id));
    }

    /** What an agent has done, in Tandem's own words. */
    void record(Ticket ticket, String text, String agent, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("agent", staff.nameOf(agent));
        record(ticket, text, all);
    }

    void record(Ticket ticket, String text, Map<String, ?> values) {
        tickets.add(ticket, Words.note(Author.SYSTEM, null, texts.get(ticket.language(), text, values), null));
    }
}
