package io.tandem.channel.mail;

import io.tandem.channel.Deliveries;
import io.tandem.channel.Outgoing;
import io.tandem.channel.Undeliverable;
import io.tandem.process.Transactions;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds back what is written automatically and would be too much: two machines that answer one another, or somebody who
 * lets us write to others. What people write is always sent. It asks for the deliveries late, for those know the channels.
 */
@Component
class AutomaticLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final MailLimits limits;
    private final SentMails sent;
    private final Parties parties;
    private final Tickets tickets;
    private final ObjectProvider<Deliveries> deliveries;
    private final Transactions transactions;

    AutomaticLimits(
            MailLimits limits,
            SentMails sent,
            Parties parties,
            Tickets tickets,
            ObjectProvider<Deliveries> deliveries,
            Transactions transactions) {
        this.limits = limits;
        this.sent = sent;
        this.parties = parties;
        this.tickets = tickets;
        this.deliveries = deliveries;
        this.transactions = transactions;
    }

    /** Notes that the mail is about to be sent, once however often it is tried; and says whether it may be. */
    boolean admit(Outgoing message, SentMail mail, MailAddress to) {
        return transactions.inOne(() -> {
            if (message.isOnTicket()) checkStillWanted(message);
            var before = sent.heldBack(mail.message());
            if (before.isPresent()) return !before.get();
            if (message.automatic()) sent.holdAllowance(to);
            var tooMany = message.automatic() && isUsedUp(message, to);
            sent.begin(mail, message.automatic(), tooMany);
            if (!tooMany && message.isOnTicket()) parties.add(message.ticket(), to, false);
            return !tooMany;
        });
    }

    /**
     * Whoever parts the address from its customer holds the ticket, too: they have given the message up before, or find that we
     * have written there.
     */
    private void checkStillWanted(Outgoing message) {
        tickets.lock(message.ticket());
        if (deliveries.getObject().isGivenUp(message.id())) {
            throw Undeliverable.onPurpose("it has been given up meanwhile");
        }
    }

    private boolean isUsedUp(Outgoing message, MailAddress to) {
        return sent.automaticTo(to, HOUR) >= limits.automaticPerHour()
                || sent.automaticTo(to, DAY) >= limits.automaticPerDay()
                || sent.automaticOn(message.ticket(), HOUR) >= limits.automaticPerTicket();
    }
}
