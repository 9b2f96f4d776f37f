package io.tandem.desk.news;

import io.tandem.desk.Given;
import io.tandem.desk.NearlyDue;
import io.tandem.desk.news.News.Kind;
import io.tandem.desk.news.NewsLog.Entry;
import io.tandem.process.AgentTask;
import io.tandem.process.ColleagueTasks;
import io.tandem.process.Queue;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what agents may want to hear of, as it happens and in the same transaction. */
@Component
class Reporter {

    private final NewsLog log;

    Reporter(NewsLog log) {
        this.log = log;
    }

    @EventListener
    void queued(Ticket.Queued event) {
        var left = event.left();
        // The queue of one is the helper's, and would name them.
        var known = left == null || new Queue(left).isOfOne() ? null : left;
        log.write(new Entry(Kind.WAITING, event.ticket(), known, event.butHelper(), null, null, null));
    }

    @EventListener
    void taken(Ticket.Taken event) {
        log.write(Kind.TAKEN, event.ticket());
    }

    @EventListener
    void given(Given event) {
        log.write(Kind.GIVEN, event.ticket());
    }

    @EventListener
    void nearlyDue(NearlyDue event) {
        log.write(Kind.DUE, event.ticket());
    }

    /** Only where somebody has the ticket; what was said again on another ticket is no news. */
    @EventListener
    void written(Message.Added event) {
        if (event.copy() || !event.message().isFrom(Author.CUSTOMER)) return;
        if (event.holder() == Ticket.Holder.AGENT) log.write(Kind.REPLY, event.ticket());
    }

    @EventListener
    void arrived(ColleagueTasks.Arrived event) {
        log.write(new Entry(
                kindOf(event.kind()), event.ticket(), null, false, event.task(), event.request(), event.group()));
    }

    private static Kind kindOf(AgentTask.Kind kind) {
        return switch (kind) {
            case QUESTION -> Kind.ASKED;
            case MENTION -> Kind.NAMED;
            case OUTCOME -> Kind.ANSWERED;
            case TICKET -> throw new IllegalArgumentException("A ticket's own task is no colleague's");
        };
    }
}
