package io.tandem.channel.messenger;

import io.tandem.channel.Outgoing;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which parts of a message a messenger has taken, and as what. Messengers know no key by which they would recognize what
 * comes again: what is recorded here is not sent again.
 */
@Component
public class SentParts {

    /** Longer than any button is pressed and any delivery told of. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final JdbcClient sql;
    private final Messages messages;
    private final Clock clock;

    SentParts(JdbcClient sql, Messages messages, Clock clock) {
        this.sql = sql;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Sends what is missing, in order.
     *
     * @param parts each sends one part and gives the provider's id of it
     * @return the provider's id of the last part
     */
    public String send(String channel, Outgoing message, List<Supplier<String>> parts) {
        if (parts.isEmpty()) throw new IllegalArgumentException("A message without a part");
        // A code is a message of no ticket: nobody presses it, and who did not get it asks for another one.
        return message.isOnTicket() ? send(channel, message.id(), parts) : sendAll(parts);
    }

    private static String sendAll(List<Supplier<String>> parts) {
        return parts.stream().map(Supplier::get).reduce((earlier, last) -> last).orElseThrow();
    }

    private String send(String channel, UUID message, List<Supplier<String>> parts) {
        var sent = sent(channel, message);
        var before = sentElsewhere(channel, message);
        for (int part = sent.size(); part < parts.size(); part++) {
            var id = parts.get(part).get();
            record(channel, message, before + part, id);
            sent.add(id);
        }
        return sent.get(sent.size() - 1);
    }

    private List<String> sent(String channel, UUID message) {
        return new ArrayList<>(
                sql.sql("select provider_id from messenger_part where message = ? and channel = ? order by part")
                        .params(message, channel)
                        .query(String.class)
                        .list());
    }

    /** Another way may have closed in the middle of it. */
    private int sentElsewhere(String channel, UUID message) {
        return sql.sql("select count(*) from messenger_part where message = ? and channel <> ?")
                .params(message, channel)
                .query(Integer.class)
                .single();
    }

    private void record(String channel, UUID message, int part, String providerId) {
        sql.sql("insert into messenger_part (message, part, channel, provider_id, sent_at) values (?, ?, ?, ?, ?)")
                .param(message)
                .param(part)
                .param(channel)
                .param(providerId)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** The message of which this was a part. */
    public Optional<Message> messageOf(String channel, String providerId) {
        return sql.sql("select message from messenger_part where channel = ? and provider_id = ?")
                .param(channel)
                .param(providerId)
                .query(UUID.class)
                .optional()
                .flatMap(messages::find);
    }

    /** The provider's id of the last part of the message of which this was one: by it the whole is known. */
    public Optional<String> wholeOf(String channel, String providerId) {
        return sql.sql(
                        "select last.provider_id from messenger_part one join messenger_part last on last.message = one.message"
                                + " and last.channel = one.channel where one.channel = ? and one.provider_id = ? order by last.part desc limit 1")
                .param(channel)
                .param(providerId)
                .query(String.class)
                .optional();
    }

    /** It was not let through after all: it is to be sent anew, and what came behind it, too, so that all is read in its order. */
    public void forget(String channel, String providerId) {
        sql.sql(
                        "delete from messenger_part where channel = :channel and message in"
                                + " (select message from messenger_part where channel = :channel and provider_id = :id)"
                                + " and part >= (select min(part) from messenger_part where channel = :channel and provider_id = :id)")
                .param("channel", channel)
                .param("id", providerId)
                .update();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void sweep() {
        sql.sql("delete from messenger_part where sent_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
