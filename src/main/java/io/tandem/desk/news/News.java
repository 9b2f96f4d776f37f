package io.tandem.desk.news;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tandem.ticket.Ticket.Holder;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with the ticket as it is now: who is told is decided when it is told, so that nobody hears of a
 * ticket that is somebody else's by then.
 *
 * @param agent who has the ticket
 * @param queue in which it waits
 * @param leftQueue whose people know of it already
 * @param helper who knows of it, too
 * @param task a colleague's task
 * @param team which group is asked
 * @param asker who asked a colleague
 * @param colleague who is asked, or has answered
 */
record News(
        int position,
        Kind kind,
        UUID ticket,
        long number,
        Holder holder,
        @Nullable String agent,
        @Nullable String queue,
        @Nullable String leftQueue,
        @Nullable String helper,
        @Nullable String task,
        @Nullable String team,
        @Nullable String asker,
        @Nullable String colleague) {

    enum Kind {
        /** A ticket waits where it did not before. */
        WAITING,
        /** A colleague has given somebody a ticket. */
        GIVEN,
        /** The customer has written again. */
        REPLY,
        /** A service level is about to be missed. */
        DUE,
        ASKED,
        NAMED,
        ANSWERED,
        /** Nobody needs to be told of the ticket any more: somebody has it. */
        TAKEN;

        @JsonValue
        String inPage() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isFor(Audience who) {
        return switch (kind) {
            case WAITING -> waitsFor(who) && !knows(who);
            case GIVEN, REPLY -> isHeldBy(who);
            case DUE -> isHeldBy(who) || waitsFor(who);
            case ASKED, NAMED -> isAsked(who) && !who.user().equals(asker);
            case ANSWERED -> who.user().equals(asker) && !who.user().equals(colleague);
            case TAKEN -> queue != null && who.queues().contains(queue);
        };
    }

    boolean isHeldBy(Audience who) {
        return holder == Holder.AGENT && who.user().equals(agent);
    }

    private boolean waitsFor(Audience who) {
        return holder == Holder.QUEUE && queue != null && who.queues().contains(queue);
    }

    private boolean knows(Audience who) {
        return leftQueue != null && who.queues().contains(leftQueue)
                || who.user().equals(helper);
    }

    private boolean isAsked(Audience who) {
        return colleague == null
                ? team != null && who.groups().contains(team)
                : who.user().equals(colleague);
    }

    /** What else happened to the same ticket in the same way adds nothing. */
    record Matter(Kind kind, UUID ticket, @Nullable String task) {}

    Matter matter() {
        return new Matter(kind, ticket, task);
    }
}
