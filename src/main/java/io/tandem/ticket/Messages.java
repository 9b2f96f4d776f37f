package io.tandem.ticket;

import io.tandem.ticket.Message.Author;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said, ticket by ticket. New messages come in by {@link Tickets#add}. */
@Component
public class Messages {

    private final JdbcAggregateTemplate rows;
    private final JdbcClient sql;

    Messages(JdbcAggregateTemplate rows, JdbcClient sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /** Everything said on the ticket, internal notes included, in order. */
    public List<Message> of(UUID ticket) {
        return after(ticket, 0);
    }

    /** What came after the given position, in order. */
    public List<Message> after(UUID ticket, int position) {
        var later = Criteria.where("ticket").is(ticket).and("position").greaterThan(position);
        return rows.findAll(Query.query(later).sort(Sort.by("position")), Message.class);
    }

    public Optional<Message> find(UUID id) {
        return Optional.ofNullable(rows.findById(id, Message.class));
    }

    /** The message that a channel has delivered before under the same id. */
    public Optional<Message> delivered(String channel, String providerId) {
        var same = Criteria.where("channel").is(channel).and("providerId").is(providerId);
        return rows.findOne(Query.query(same), Message.class);
    }

    /** The message that was stored on the ticket under the same id before, whichever way it came. */
    public Optional<Message> saidOn(UUID ticket, String providerId) {
        var same = Criteria.where("ticket").is(ticket).and("providerId").is(providerId);
        return rows.findOne(Query.query(same), Message.class);
    }

    /** Whether the customer has written after the given position. */
    public boolean customerWroteAfter(UUID ticket, int position) {
        return sql.sql("select count(*) from message where ticket = ? and author = ? and position > ?")
                        .param(ticket)
                        .param(Author.CUSTOMER.name())
                        .param(position)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The answer before a kind word of the bot: what is said of that one is said of the answer. */
    public Optional<Message> answerMeantBy(Message kindWord) {
        if (!kindWord.isSmallTalk()) return Optional.empty();
        return of(kindWord.ticket()).stream()
                .filter(message -> message.isAnswer() && message.position() < kindWord.position())
                .reduce((earlier, later) -> later);
    }

    /** Somebody else may have written it in the customer's name: agents are told. */
    public void doubtSender(UUID message) {
        sql.sql("update message set sender_doubted = true where id = ?")
                .param(message)
                .update();
    }

    /** What the customer said of an answer. */
    public void recordFeedback(UUID message, boolean helped) {
        sql.sql("update message set helped = ? where id = ?")
                .param(helped)
                .param(message)
                .update();
    }
}
