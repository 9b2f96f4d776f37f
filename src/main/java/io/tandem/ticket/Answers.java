package io.tandem.ticket;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/** What the bot would say, one a ticket. */
@Component
public class Answers {

    private final JdbcAggregateTemplate rows;

    Answers(JdbcAggregateTemplate rows) {
        this.rows = rows;
    }

    public Optional<Answer> of(UUID ticket) {
        return Optional.ofNullable(rows.findById(ticket, Answer.class));
    }

    /** Puts the answer in the place of the ticket's former one. */
    public void keep(Answer answer) {
        if (rows.existsById(answer.ticket(), Answer.class)) {
            rows.update(answer);
        } else {
            rows.insert(answer);
        }
    }
}
