package io.tandem.channel.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.channel.mail.SingleFetch.Missed;
import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.channel.mail.StoredMail.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every mail that came in. */
@Component
class Mails {

    private static final String UNDECIDED = " and state in ('QUARANTINED', 'ASIDE')";
    private static final String FIELDS =
            "id, mailbox, provider_id, message_id, chain, sender, sender_doubted, subject, size, state, reason, detail, ticket,"
                    + " attempts, try_at, received_at";
    private static final int LONGEST_CHAIN = 8000;
    private static final int LONGEST_DETAIL = 1000;

    private final JdbcClient sql;
    private final MailPieces pieces;
    private final Clock clock;

    Mails(JdbcClient sql, MailPieces pieces, Clock clock) {
        this.sql = sql;
        this.pieces = pieces;
        this.clock = clock;
    }

    /** Those of the ids that are here already. */
    Set<String> known(Mailbox mailbox, Collection<String> providerIds) {
        if (providerIds.isEmpty()) return Set.of();
        return sql.sql("select provider_id from mail where mailbox = :mailbox and provider_id in (:ids)")
                .param("mailbox", mailbox.name())
                .param("ids", providerIds)
                .query(String.class)
                .set();
    }

    /**
     * Stores whole mails in one commit, in their order; they are to be sorted next.
     *
     * @param raws by the ids by which they are recognized
     * @throws org.springframework.dao.DuplicateKeyException if another thread or node has just stored one of them
     */
    @Transactional
    public void store(Mailbox mailbox, Map<String, byte[]> raws) {
        raws.forEach((id, raw) -> insert(mailbox, id, raw, raw.length, State.RECEIVED, null));
    }

    /**
     * Stores what there is of a mail that cannot be had whole.
     *
     * @param size as the server tells it
     */
    @Transactional
    public void storeHead(Mailbox mailbox, String providerId, byte[] head, long size, Reason reason) {
        insert(mailbox, providerId, head, size, State.QUARANTINED, reason);
    }

    private void insert(
            Mailbox mailbox, String providerId, byte[] raw, long size, State state, @Nullable Reason reason) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var head = Head.of(raw);
        var now = Timestamp.from(clock.instant());
        sql.sql("insert into mail (" + FIELDS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, 0, ?, ?)")
                .param(id)
                .param(mailbox.name())
                .param(providerId)
                .param(head.messageId().orElse(null))
                .param(joined(head.chain()))
                .param(head.from().map(MailAddress::toString).orElse(null))
                .param(mailbox.authserv() != null && head.isDoubtedBy(mailbox.authserv()))
                .param(head.subject())
                .param(size)
                .param(state.name())
                .param(reason == null ? null : reason.name())
                .param(state == State.RECEIVED ? now : null)
                .param(now)
                .update();
        pieces.write(id, raw);
    }

    /** The first and the last ones: that is how long threads are kept together. */
    private static String joined(List<String> chain) {
        var all = String.join(" ", chain);
        if (all.length() <= LONGEST_CHAIN) return all;
        var last = all.substring(all.indexOf(' ', all.length() - LONGEST_CHAIN / 2) + 1);
        var first = chain.get(0);
        return first.length() + last.length() < LONGEST_CHAIN ? first + " " + last : last;
    }

    Optional<StoredMail> find(UUID id) {
        return sql.sql("select " + FIELDS + " from mail where id = ?")
                .param(id)
                .query(Mails::mail)
                .optional();
    }

    /** The mail, held until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredMail lock(UUID id) {
        return sql.sql("select " + FIELDS + " from mail where id = ? for update")
                .param(id)
                .query(Mails::mail)
                .single();
    }

    /** Mails that are to be sorted now: of each sender the first one that is not, so that nobody's words change their order. */
    List<StoredMail> due() {
        return sql.sql("select " + FIELDS + " from mail m where state = ? and try_at <= ? and not exists"
                        + " (select 1 from mail e where e.state = ? and e.sender = m.sender and (e.received_at < m.received_at"
                        + " or (e.received_at = m.received_at and e.id < m.id))) order by received_at, id limit 10")
                .param(State.RECEIVED.name())
                .param(Timestamp.from(clock.instant()))
                .param(State.RECEIVED.name())
                .query(Mails::mail)
                .list();
    }

    /**
     * Begins an attempt. It counts before it is made: so a mail that ends the program is not read for ever.
     *
     * @param patience after which somebody else makes the next attempt, should this program end under way
     * @return nothing if another node has just begun it
     */
    Optional<StoredMail> begin(StoredMail mail, Duration patience) {
        var begun = sql.sql(
                        "update mail set attempts = attempts + 1, try_at = ? where id = ? and state = ? and attempts = ?")
                .param(Timestamp.from(clock.instant().plus(patience)))
                .param(mail.id())
                .param(State.RECEIVED.name())
                .param(mail.attempts())
                .update();
        return begun == 0 ? Optional.empty() : find(mail.id());
    }

    void tryAgain(StoredMail mail, String detail, Duration pause) {
        sql.sql("update mail set detail = ?, try_at = ? where id = ? and state = ?")
                .param(Printable.line(detail, LONGEST_DETAIL))
                .param(Timestamp.from(clock.instant().plus(pause)))
                .param(mail.id())
                .param(State.RECEIVED.name())
                .update();
    }

    /** The attempt was broken off, and not by the mail: it does not count. */
    void takeBack(StoredMail mail, Duration pause) {
        sql.sql("update mail set attempts = attempts - 1, try_at = ? where id = ? and state = ? and attempts = ?")
                .param(Timestamp.from(clock.instant().plus(pause)))
                .param(mail.id())
                .param(State.RECEIVED.name())
                .param(mail.attempts())
                .update();
    }

    /** A person wants another attempt, or it is the first after one. */
    boolean startAnew(StoredMail mail) {
        return sql.sql("update mail set state = ?, reason = null, detail = null, attempts = 0, try_at = ? where id = ?"
                                + UNDECIDED)
                        .param(State.RECEIVED.name())
                        .param(Timestamp.from(clock.instant()))
                        .param(mail.id())
                        .update()
                > 0;
    }

    /** A person wants what is here only in part to be fetched anew. It stays where it is until it has come. */
    void askFor(StoredMail mail) {
        setTry(mail, null, Timestamp.from(clock.instant()));
    }

    /** Mails of a mailbox that somebody wants to be fetched anew. */
    List<StoredMail> askedFor(Mailbox mailbox) {
        return sql.sql("select " + FIELDS + " from mail where mailbox = ? and state = ? and try_at is not null"
                        + " order by try_at limit 20")
                .param(mailbox.name())
                .param(State.QUARANTINED.name())
                .query(Mails::mail)
                .list();
    }

    /** It is not asked for any longer, and this is why it did not come. */
    void didNotCome(StoredMail mail, Missed why) {
        setTry(mail, why.name(), null);
    }

    private void setTry(StoredMail mail, @Nullable String detail, @Nullable Timestamp at) {
        sql.sql("update mail set detail = ?, try_at = ? where id = ? and state = ?")
                .param(detail)
                .param(at)
                .param(mail.id())
                .param(State.QUARANTINED.name())
                .update();
    }

    /** It has come after all, whole: what there was of it gives way, unless a person has decided about that meanwhile. */
    @Transactional
    public void replace(Mailbox mailbox, StoredMail mail, String providerId, byte[] raw) {
        var gone = sql.sql("delete from mail where id = ? and state = ?")
                .params(mail.id(), State.QUARANTINED.name())
                .update();
        if (gone > 0 && known(mailbox, List.of(providerId)).isEmpty()) store(mailbox, Map.of(providerId, raw));
    }

    /** A customer's message, or a note, on this ticket. */
    void became(StoredMail mail, State state, UUID ticket) {
        became(mail, state, ticket, null, null);
    }

    /** No customer's message. */
    void became(StoredMail mail, State state, Reason reason, @Nullable String detail) {
        became(mail, state, null, reason, detail);
    }

    private void became(
            StoredMail mail, State state, @Nullable UUID ticket, @Nullable Reason reason, @Nullable String detail) {
        sql.sql("update mail set state = ?, ticket = ?, reason = ?, detail = ?, try_at = null where id = ?")
                .param(state.name())
                .param(ticket)
                .param(reason == null ? null : reason.name())
                .param(detail == null ? null : Printable.line(detail, LONGEST_DETAIL))
                .param(mail.id())
                .update();
    }

    /** Somebody has looked at it; the reason stays. */
    boolean dismiss(StoredMail mail) {
        return sql.sql("update mail set state = ?, try_at = null where id = ?" + UNDECIDED)
                        .param(State.DISMISSED.name())
                        .param(mail.id())
                        .update()
                > 0;
    }

    /** The customer's mails on a ticket, in the order in which they came. */
    List<StoredMail> takenOn(UUID ticket) {
        return sql.sql("select " + FIELDS + " from mail where ticket = ? and state = ? order by received_at")
                .param(ticket)
                .param(State.TAKEN.name())
                .query(Mails::mail)
                .list();
    }

    /** How many tickets an address has opened by mail since then. */
    long ticketsOpenedBy(MailAddress sender, Instant since) {
        return sql.sql("select count(distinct ticket) from mail where sender = ? and state = ? and received_at > ?")
                .param(sender.toString())
                .param(State.TAKEN.name())
                .param(Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** What people should look at, the latest first. */
    List<StoredMail> listed(State state, int page, int size) {
        return sql.sql("select " + FIELDS + " from mail where state = ? order by received_at desc, id limit ? offset ?")
                .param(state.name())
                .param(size)
                .param(page * (long) size)
                .query(Mails::mail)
                .list();
    }

    long count(State state) {
        return sql.sql("select count(*) from mail where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    private static StoredMail mail(ResultSet row, int n) throws SQLException {
        var chain = row.getString("chain");
        return new StoredMail(
                row.getObject("id", UUID.class),
                row.getString("mailbox"),
                row.getString("provider_id"),
                row.getString("message_id"),
                chain.isEmpty() ? List.of() : Arrays.asList(chain.split(" ")),
                row.getString("sender"),
                row.getBoolean("sender_doubted"),
                row.getString("subject"),
                row.getLong("size"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason"))
                        .map(Reason::valueOf)
                        .orElse(null),
                row.getString("detail"),
                row.getObject("ticket", UUID.class),
                row.getInt("attempts"),
                Optional.ofNullable(row.getTimestamp("try_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getTimestamp("received_at").toInstant());
    }
}
