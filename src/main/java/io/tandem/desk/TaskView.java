package io.tandem.desk;

import io.tandem.attachment.Attachment;
import io.tandem.channel.Deliveries.State;
import io.tandem.process.Staff.Group;
import io.tandem.process.Staff.Person;
import io.tandem.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the agent's form shows of a task and its ticket.
 *
 * @param mine whether the reader has it
 * @param people whom it can be passed on to
 */
record TaskView(
        String task,
        UUID ticket,
        long number,
        String language,
        CustomerView customer,
        Ticket.State state,
        Ticket.Holder holder,
        @Nullable Person assignee,
        boolean mine,
        @Nullable Instant dueAt,
        int priority,
        @Nullable Topic topic,
        @Nullable BriefView brief,
        List<DeskMessage> messages,
        @Nullable String draft,
        List<Person> people,
        List<Group> groups) {

    record CustomerView(@Nullable String name) {}

    /** @param title how the article about it is called, or the id where that is not known */
    record Topic(String id, String title) {}

    record SourceView(String article, String title, String url) {}

    /**
     * @param channel the way by which it came or went
     * @param delivery what became of a message that is to leave the house
     * @param undelivered why it waits for its channel, or never arrives
     * @param doubted whether somebody else may have written it in the customer's name
     */
    record DeskMessage(
            UUID id,
            int position,
            String author,
            @Nullable String name,
            String text,
            @Nullable String html,
            boolean internal,
            Instant at,
            List<SourceView> sources,
            @Nullable Double confidence,
            @Nullable Boolean helped,
            String channel,
            @Nullable State delivery,
            @Nullable String undelivered,
            boolean doubted,
            List<Attachment> attachments) {}

    /** The short form that an open page hears of when something changes. */
    record TaskStatus(
            Ticket.State state,
            Ticket.Holder holder,
            @Nullable Person assignee,
            boolean mine,
            boolean taskDone) {}
}
