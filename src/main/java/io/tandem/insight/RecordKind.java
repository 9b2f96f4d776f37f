package io.tandem.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of thing that Tandem keeps about an agent: what, for what and for how long stands in the texts {@code
 * work.record.<key>}, {@code .purpose} and {@code .kept}. A test looks through the whole database for agents' names: what
 * it finds in a place that stands nowhere here fails it.
 */
enum RecordKind {
    ACCOUNT(
            "select coalesce(first_, id_) as label, cast(null as timestamp) as happened from act_id_user where id_ = ?",
            "act_id_user.id_",
            "act_id_user.first_",
            "act_id_user.last_",
            "act_id_user.email_",
            // The right to see one's own account.
            "act_ru_authorization.resource_id_"),
    GROUPS(
            "select group_id_ as label, cast(null as timestamp) as happened from act_id_membership where user_id_ = ?",
            "act_id_membership.user_id_"),
    SETTINGS(
            "select key_ as label, cast(null as timestamp) as happened from act_id_info where user_id_ = ?",
            "act_id_info.user_id_",
            "act_ru_filter.owner_"),
    SESSIONS(
            "select '–' as label, timestamp with time zone '1970-01-01 00:00:00+00'"
                    + " + last_access_time / 1000 * interval '1' second as happened from spring_session"
                    + " where principal_name = ?",
            // What the session holds stands beside it, as bytes.
            "spring_session.principal_name"),
    REPLIES(
            "select concat('#', t.number) as label, m.written_at as happened from message m"
                    + " join ticket t on t.id = m.ticket where m.agent = ? and not m.internal",
            "message.provider_id",
            "message.agent",
            "message.name",
            // Files that an agent has sent along.
            "attachment.holder"),
    NOTES(
            "select concat('#', t.number) as label, m.written_at as happened from message m"
                    + " join ticket t on t.id = m.ticket where m.agent = ? and m.internal",
            "message.provider_id",
            "message.agent",
            "message.name"),
    DRAFTS(
            "select concat('#', t.number) as label, d.saved_at as happened from draft d"
                    + " join ticket t on t.id = d.ticket where d.agent = ?",
            "draft.agent"),
    TICKETS(
            "select concat('#', number) as label, waiting_since as happened from ticket where agent = ?",
            "ticket.agent",
            // Who has helped last, for when the customer returns.
            "ticket.helped_by"),
    QUESTIONS(
            "select concat('#', t.number) as label, m.written_at as happened from (select cast(? as varchar(64)) as agent) me"
                    + " join colleague_request q on q.asker = me.agent or q.colleague = me.agent"
                    + " join message m on m.id = q.note join ticket t on t.id = m.ticket",
            "colleague_request.asker",
            "colleague_request.colleague",
            // A note names whom it asks.
            "message.text"),
    SEAT(
            "select coalesce(cast(ticket_limit as varchar(10)), '–') as label, last_seen as happened from seat where agent = ?",
            "seat.agent",
            // While a ticket is kept for the one who knows its customer.
            "ticket.kept_for",
            "ticket.queue",
            "act_ru_identitylink.group_id_"),
    TASKS(
            "select name_ as label, create_time_ as happened from act_ru_task where assignee_ = ?",
            "act_ru_task.assignee_",
            "act_ru_identitylink.user_id_",
            "act_ru_authorization.user_id_"),
    COUNTED(
            "select concat(in_month, ' ', team) as label, cast(null as timestamp) as happened from counted_agent where agent = ?",
            "counted_agent.agent"),
    LOOKS(
            "select label, happened from (select concat(in_month, ' ', team) as label, looked_at as happened, looked_by"
                    + " from look union all select process, looked_at, looked_by from step_look) looks where looked_by = ?",
            "look.looked_by",
            "step_look.looked_by");

    private final String query;
    private final Set<String> places;

    /** @param places the columns in which the agent's name stands, as table.column */
    RecordKind(String query, String... places) {
        this.query = query;
        this.places = Set.of(places);
    }

    /** The entries of one agent as {@code label} and {@code happened}. */
    String query() {
        return query;
    }

    Set<String> places() {
        return places;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> allPlaces() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.places.stream())
                .distinct()
                .toList();
    }
}
