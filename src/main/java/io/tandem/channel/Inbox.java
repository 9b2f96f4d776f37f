package io.tandem.channel;

import io.tandem.attachment.Attachments;
import io.tandem.channel.Conversation.Known;
import io.tandem.content.Languages;
import io.tandem.process.Staff;
import io.tandem.process.TicketProcess;
import io.tandem.process.Transactions;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where everything comes in that customers say and do. Store first, then act: one transaction stores it and moves the
 * process to its next wait; reading, thinking and sending happen later.
 */
@Component
public class Inbox {

    private static final int ORDINARY_PRIORITY = 50;

    private final Tickets tickets;
    private final Messages messages;
    private final Customers customers;
    private final Senders senders;
    private final Attachments attachments;
    private final List<ReadsFirst> first;
    private final TicketProcess process;
    private final Transactions transactions;
    private final Languages languages;
    private final Clock clock;

    Inbox(
            Tickets tickets,
            Messages messages,
            Customers customers,
            Senders senders,
            Attachments attachments,
            List<ReadsFirst> first,
            TicketProcess process,
            Transactions transactions,
            Languages languages,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.customers = customers;
        this.senders = senders;
        this.attachments = attachments;
        this.first = first;
        this.process = process;
        this.transactions = transactions;
        this.languages = languages;
        this.clock = clock;
    }

    /** Takes a message in; one that was taken in before is recognized and changes nothing. */
    public Message receive(InboundMessage inbound) {
        return transactions.inOne(() -> inbound.conversation() instanceof Known known
                ? goOn(known, inbound)
                : before(inbound).orElseGet(() -> take(inbound)));
    }

    /**
     * A ticket of what no person wrote, since somebody on the team wants one: it begins with a person, and whoever sent it hears
     * nothing of it.
     */
    public Message takeUp(InboundMessage inbound) {
        return transactions.inOne(() -> before(inbound).orElseGet(() -> {
            var ticket = opened(inbound, senders.of(inbound), null);
            var message = store(ticket, inbound);
            process.openWithPerson(ticket, Handover.AUTOMATIC, Staff.AGENTS, ORDINARY_PRIORITY);
            return message;
        }));
    }

    /** Looks only now whether it was stored before: whoever held the ticket before us may have done it. */
    private Message goOn(Known known, InboundMessage inbound) {
        var ticket = tickets.lockSurvivor(known.ticket());
        return before(inbound).orElseGet(() -> goOn(ticket, inbound));
    }

    private Optional<Message> before(InboundMessage inbound) {
        return inbound.providerId() == null
                ? Optional.empty()
                : messages.delivered(inbound.channel(), inbound.providerId());
    }

    private Message take(InboundMessage inbound) {
        var sender = senders.of(inbound);
        // Whoever held the address before us may have stored the same message.
        var stored = inbound.conversation().address().flatMap(address -> before(inbound));
        return stored.orElseGet(() -> senders.ongoing(inbound, sender)
                .map(ticket -> goOn(tickets.lockSurvivor(ticket.id()), inbound))
                .orElseGet(() -> open(inbound, sender, null)));
    }

    private Message open(InboundMessage inbound, UUID customer, @Nullable Ticket previous) {
        var ticket = opened(inbound, customer, previous);
        var message = store(ticket, inbound);
        process.open(ticket);
        return message;
    }

    private Ticket opened(InboundMessage inbound, UUID customer, @Nullable Ticket previous) {
        return tickets.open(new Ticket.Opening(
                customer,
                inbound.channel(),
                inbound.conversation().address().orElse(null),
                languages.nearest(inbound.language()),
                previous == null ? null : previous.id()));
    }

    private Message goOn(Ticket ticket, InboundMessage inbound) {
        if (ticket.isOver(clock.instant())) return open(inbound, ticket.customer(), ticket);
        if (senders.comeAnotherWay(inbound, ticket)) {
            ticket.reachedBy(inbound.channel(), inbound.conversation().address().orElse(null));
        }
        var meant = first.stream()
                .filter(reader -> reader.isMeant(ticket, inbound.text()))
                .findFirst();
        if (meant.isPresent()) return readFirst(ticket, inbound, meant.get());
        if (ticket.isOpen()) {
            var message = store(ticket, inbound);
            process.customerWrote(ticket);
            return message;
        }
        ticket.reopen(Handover.REOPENED, clock.instant());
        var message = store(ticket, inbound);
        process.reopen(ticket);
        return message;
    }

    /** The bot does not answer it, and it reopens nothing; an agent who waits for the customer hears of it. */
    private Message readFirst(Ticket ticket, InboundMessage inbound, ReadsFirst reader) {
        var message = store(ticket, inbound);
        reader.read(ticket, inbound.text());
        var now = tickets.get(ticket.id());
        if (now.isOpen() && now.withPerson()) process.customerWrote(now);
        return message;
    }

    private Message store(Ticket ticket, InboundMessage inbound) {
        var name = Optional.ofNullable(inbound.name())
                .orElseGet(() -> customers.get(ticket.customer()).name());
        var message = tickets.add(ticket, Words.ofCustomer(name, inbound.text(), inbound.providerId()));
        attachments.attach(inbound.attached(), message);
        return message;
    }

    /** Something that agents should know and that is no word of the customer's; it reopens nothing. The same again is the same. */
    public void note(UUID id, String text, String providerId) {
        transactions.inOne(() -> {
            var ticket = tickets.lockSurvivor(id);
            if (messages.saidOn(ticket.id(), providerId).isPresent()) return;
            tickets.add(ticket, Words.note(Author.SYSTEM, null, text, providerId));
        });
    }

    /**
     * The customer wants a person, now: from here on the bot is silent.
     *
     * @return whether a person will come: not to a ticket that has been closed for too long
     */
    public boolean wantHuman(UUID id) {
        return transactions.inOne(() -> {
            var ticket = tickets.lockSurvivor(id);
            if (ticket.isOver(clock.instant())) return false;
            if (ticket.withPerson()) {
                process.customerWrote(ticket); // an agent who waits for the customer hears of it
                return true;
            }
            var open = ticket.isOpen();
            if (open) {
                ticket.handOver(Handover.WANTS_HUMAN, clock.instant());
            } else {
                ticket.reopen(Handover.WANTS_HUMAN, clock.instant());
            }
            tickets.save(ticket);
            if (open) {
                process.humanWanted(ticket);
            } else {
                process.reopen(ticket);
            }
            return true;
        });
    }

    /**
     * What the customer says of the bot's answer.
     *
     * @return whether it could be taken: the answer is the last word, and the bot still has the ticket
     */
    public boolean answerHelped(UUID id, UUID answer, boolean helped) {
        return transactions.inOne(() -> {
            var ticket = tickets.lock(id);
            var said =
                    messages.of(id).stream().filter(m -> m.id().equals(answer)).findFirst();
            if (said.isPresent() && said.get().helped() != null)
                return said.get().helped() == helped;
            if (said.filter(message -> BotVoice.awaitsFeedback(ticket, message)).isEmpty()) return false;
            messages.recordFeedback(answer, helped);
            messages.answerMeantBy(said.get()).ifPresent(meant -> messages.recordFeedback(meant.id(), helped));
            tickets.save(ticket);
            if (helped) {
                process.answerHelped(ticket);
            } else {
                process.answerDidNotHelp(ticket);
            }
            return true;
        });
    }
}
