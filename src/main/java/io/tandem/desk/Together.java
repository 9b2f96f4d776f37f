package io.tandem.desk;

import io.tandem.process.AgentTask;
import io.tandem.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How people work together on a ticket, as the agent's form shows it.
 *
 * @param kind what the reader's task is: the ticket itself, or something for a colleague
 * @param passedOn the word with which the ticket came to whoever has it
 * @param asked what a colleague's task is about
 * @param answer what a colleague said to it
 * @param questions what colleagues are still asked about the ticket
 * @param unread how many answers wait for the reader
 * @param mergeable the customer's other open tickets
 */
record Together(
        String kind,
        @Nullable Word passedOn,
        @Nullable Word asked,
        @Nullable Word answer,
        List<Question> questions,
        long unread,
        List<Related> related,
        List<Related> mergeable) {

    record Word(@Nullable String name, String text, Instant at) {}

    /** @param to who is asked: a person or a group, by name */
    record Question(String to, String asker, @Nullable Instant dueAt) {}

    enum Relation {
        LINK,
        SPLIT_OFF,
        SPLIT_FROM,
        MERGED,
        SAME_CUSTOMER;

        static String inJson(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param visible whether the reader may see what was said there
     * @param matter the customer's first words there, if so
     */
    record Related(
            long number,
            String relation,
            Ticket.State state,
            boolean visible,
            @Nullable String matter) {}

    static String kindOf(AgentTask task) {
        return Relation.inJson(task.kind());
    }
}
