package io.tandem.channel.webhook;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.attachment.Attached;
import io.tandem.attachment.Attachments;
import io.tandem.attachment.Holder;
import io.tandem.channel.Channel;
import io.tandem.channel.Conversation;
import io.tandem.channel.InboundMessage;
import io.tandem.channel.Inbox;
import io.tandem.process.Transactions;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Brings what customers wrote in another system to their tickets. The same letter again changes nothing. */
@Component
class Letters {

    private final Inbox inbox;
    private final Attachments attachments;
    private final Messages messages;
    private final Tickets tickets;
    private final Transactions transactions;

    Letters(Inbox inbox, Attachments attachments, Messages messages, Tickets tickets, Transactions transactions) {
        this.inbox = inbox;
        this.attachments = attachments;
        this.messages = messages;
        this.tickets = tickets;
        this.transactions = transactions;
    }

    Answer take(Channel channel, String delivery, Letter letter) {
        var id = letter.id() == null ? "delivery/" + delivery : "message/" + FitText.id(letter.id());
        // What was taken in before keeps its files.
        var known = messages.delivered(channel.name(), id).isPresent();
        var files = known ? Attached.NONE : attached(Holder.channel(channel.name(), id), letter.files());
        var inbound = inbound(channel, id, letter, files);
        // The wish comes with the words: a bot that has read them first would give a reason of its own.
        var message = transactions.inOne(() -> {
            var taken = inbox.receive(inbound);
            if (letter.wantsHuman()) inbox.wantHuman(taken.ticket());
            return taken;
        });
        return Answer.stored(tickets.get(message.ticket()), message);
    }

    private static InboundMessage inbound(Channel channel, String id, Letter letter, Attached files) {
        return new InboundMessage(
                channel.name(),
                Conversation.ongoing(letter.from()),
                id,
                letter.files().isEmpty() ? FitText.message(letter.text()) : FitText.caption(letter.text()),
                FitText.name(letter.name()),
                letter.language(),
                files);
    }

    /** Not within a transaction: each file is looked at, and scanned. */
    private Attached attached(Holder holder, List<Letter.@Nullable File> files) {
        if (files.isEmpty()) return Attached.NONE;
        return new Attached(
                holder, files.stream().map(file -> stored(holder, file)).toList());
    }

    private UUID stored(Holder holder, Letter.@Nullable File file) {
        if (file == null || file.base64() == null) throw badFile();
        return attachments
                .take(holder, file.name(), new ByteArrayInputStream(bytes(file.base64())))
                .id();
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            throw badFile();
        }
    }

    private static Problem badFile() {
        return new Problem(HttpStatus.BAD_REQUEST, "webhookBadFile");
    }
}
