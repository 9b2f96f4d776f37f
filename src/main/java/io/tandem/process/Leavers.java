package io.tandem.process;

import io.tandem.content.Texts;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Those who had a ticket and can have none any more: their account is deleted, or no group of theirs is at the desk. */
@Component
class Leavers {

    /** Asked for late: the staff is the engine's, which asks for them while it starts. */
    private final ObjectProvider<Staff> staff;

    private final Tickets tickets;
    private final Texts texts;

    Leavers(ObjectProvider<Staff> staff, Tickets tickets, Texts texts) {
        this.staff = staff;
        this.tickets = tickets;
        this.texts = texts;
    }

    boolean include(String user) {
        return !staff.getObject().reachesDesk(user);
    }

    /** Tells the colleagues why the ticket is with them again. The caller holds its row and has saved it. */
    void note(UUID id, String leaver) {
        var ticket = tickets.get(id);
        var name = staff.getObject().nameOf(leaver);
        var words = texts.get(ticket.language(), "together.note.left", Map.of("agent", name));
        tickets.add(ticket, Words.note(Author.SYSTEM, null, words, null));
    }
}
