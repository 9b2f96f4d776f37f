package io.tandem.channel.mail;

import io.tandem.attachment.Attached;
import io.tandem.channel.Conversation;
import io.tandem.channel.Deliveries;
import io.tandem.channel.InboundMessage;
import io.tandem.channel.Inbox;
import io.tandem.channel.Rumours;
import io.tandem.channel.mail.Fate.Fresh;
import io.tandem.channel.mail.Fate.Kept;
import io.tandem.channel.mail.Fate.Note;
import io.tandem.channel.mail.Fate.Reply;
import io.tandem.channel.mail.Fate.Returned;
import io.tandem.channel.mail.Fate.Rumoured;
import io.tandem.channel.mail.MailFiles.Taken;
import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.channel.mail.StoredMail.State;
import io.tandem.channel.mail.read.ReadMail;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does with a mail what was decided, in one transaction with its own row: it becomes one thing, once. */
@Component
class MailDelivery {

    private static final Taken NO_FILES = new Taken(Attached.NONE, List.of());

    private final Mails mails;
    private final MailFiles files;
    private final MailWords words;
    private final Parties parties;
    private final Inbox inbox;
    private final Deliveries deliveries;
    private final Rumours rumours;
    private final Messages messages;
    private final Tickets tickets;
    private final Transactions transactions;

    MailDelivery(
            Mails mails,
            MailFiles files,
            MailWords words,
            Parties parties,
            Inbox inbox,
            Deliveries deliveries,
            Rumours rumours,
            Messages messages,
            Tickets tickets,
            Transactions transactions) {
        this.mails = mails;
        this.files = files;
        this.words = words;
        this.parties = parties;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.rumours = rumours;
        this.messages = messages;
        this.tickets = tickets;
        this.transactions = transactions;
    }

    void carryOut(Fate fate, StoredMail mail, ReadMail read) {
        var brings = fate instanceof Reply || fate instanceof Fresh;
        var taken = brings ? files.take(mail, read.files()) : NO_FILES;
        transactions.inOne(() -> {
            // Unless somebody has decided about it meanwhile.
            if (mails.lock(mail.id()).state() == mail.state()) decide(fate, mail, read, taken);
        });
    }

    private void decide(Fate fate, StoredMail mail, ReadMail read, Taken taken) {
        if (fate instanceof Reply reply) reply(reply, mail, read, taken);
        if (fate instanceof Fresh fresh) open(fresh, mail, read, taken);
        if (fate instanceof Note note) note(note, mail, read);
        if (fate instanceof Rumoured rumoured) rumoured(rumoured, mail, read);
        if (fate instanceof Returned returned) failed(returned, mail);
        if (fate instanceof Kept kept) mails.became(mail, kept.state(), kept.reason(), null);
    }

    private void reply(Reply reply, StoredMail mail, ReadMail read, Taken taken) {
        tickets.lockSurvivor(reply.ticket());
        if (!parties.prove(reply.ticket(), reply.from())) {
            open(reply.otherwise(), mail, read, taken);
            return;
        }
        var conversation = Conversation.known(reply.ticket(), reply.from().toString());
        var ticket = became(inbox.receive(inbound(conversation, mail, read, words.of(read, false), taken)), mail);
        parties.add(ticket.id(), reply.from(), false);
        remark(ticket, mail, read, taken, List.of());
    }

    private void open(Fresh fresh, StoredMail mail, ReadMail read, Taken taken) {
        var conversation = Conversation.fresh(fresh.answerTo().toString());
        var inbound = inbound(conversation, mail, read, words.of(read, true), taken);
        var ticket = became(fresh.quiet() ? inbox.takeUp(inbound) : inbox.receive(inbound), mail);
        parties.add(ticket.id(), fresh.from(), fresh.quiet());
        parties.add(ticket.id(), fresh.answerTo(), fresh.quiet());
        remark(ticket, mail, read, taken, about(fresh, mail, ticket));
    }

    private List<String> about(Fresh fresh, StoredMail mail, Ticket ticket) {
        var about = new ArrayList<String>();
        var related = fresh.related();
        if (related != null) {
            about.add(words.relation(ticket, tickets.get(related), fresh.keyed(), fresh.from()));
        }
        if (mail.reason() == Reason.TOO_LARGE) about.add(words.onlyHead(ticket, mail));
        return about;
    }

    private InboundMessage inbound(
            Conversation conversation, StoredMail mail, ReadMail read, String text, Taken taken) {
        var from = read.people().from();
        return new InboundMessage(
                mail.mailbox(),
                conversation,
                mail.providerId(),
                text,
                from == null ? null : Printable.name(from.name()),
                words.language(read),
                taken.attached());
    }

    private Ticket became(Message message, StoredMail mail) {
        if (mail.senderDoubted()) messages.doubtSender(message.id());
        mails.became(mail, State.TAKEN, message.ticket());
        return tickets.get(message.ticket());
    }

    private void remark(Ticket ticket, StoredMail mail, ReadMail read, Taken taken, List<String> about) {
        words.remarks(ticket, read, taken.refused(), about)
                .ifPresent(remarks -> inbox.note(ticket.id(), remarks, noteId(mail)));
    }

    private void note(Note note, StoredMail mail, ReadMail read) {
        var ticket = tickets.get(note.ticket());
        inbox.note(ticket.id(), words.automatic(ticket, read), noteId(mail));
        mails.became(mail, State.NOTED, ticket.id());
    }

    private void rumoured(Rumoured rumoured, StoredMail mail, ReadMail read) {
        var sent = rumoured.sent();
        rumours.notArrived(sent.message(), words.rumoured(tickets.get(sent.ticket()), sent, read));
        mails.became(mail, State.NOTED, sent.ticket());
    }

    private void failed(Returned returned, StoredMail mail) {
        var sent = returned.sent();
        var ticket = tickets.get(sent.ticket());
        var reason = words.reason(ticket.language(), returned.status());
        inbox.note(ticket.id(), words.returned(ticket, sent, returned.givenUp(), reason), noteId(mail));
        if (returned.givenUp()) failed(returned, reason);
        mails.became(mail, State.NOTED, ticket.id());
    }

    private void failed(Returned returned, String reason) {
        var sent = returned.sent();
        if (returned.nobodyThere() && !parties.isProven(sent.address())) {
            deliveries.nobodyThere(sent.mailbox(), sent.messageId(), reason);
        } else {
            deliveries.failed(sent.mailbox(), sent.messageId(), reason);
        }
    }

    private static String noteId(StoredMail mail) {
        return "note/" + mail.id();
    }
}
