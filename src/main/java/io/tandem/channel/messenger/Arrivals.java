package io.tandem.channel.messenger;

import io.tandem.api.Problem;
import io.tandem.attachment.Attached;
import io.tandem.attachment.Holder;
import io.tandem.channel.Channels;
import io.tandem.channel.Conversation;
import io.tandem.channel.InboundMessage;
import io.tandem.channel.Inbox;
import io.tandem.channel.messenger.IncomingFiles.Fetched;
import io.tandem.channel.messenger.IncomingFiles.Refusal;
import io.tandem.content.Languages;
import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what customers send by messengers, each once: files first, for the message takes them along. */
@Component
public class Arrivals {

    private final IncomingFiles incoming;
    private final Inbox inbox;
    private final Messages messages;
    private final Channels channels;
    private final Tickets tickets;
    private final Transactions transactions;
    private final LatestTickets latest;
    private final Languages languages;
    private final Texts texts;

    Arrivals(
            IncomingFiles incoming,
            Inbox inbox,
            Messages messages,
            Channels channels,
            Tickets tickets,
            Transactions transactions,
            LatestTickets latest,
            Languages languages,
            Texts texts) {
        this.incoming = incoming;
        this.inbox = inbox;
        this.messages = messages;
        this.channels = channels;
        this.tickets = tickets;
        this.transactions = transactions;
        this.latest = latest;
        this.languages = languages;
        this.texts = texts;
    }

    /** Returns after the commit. Fails if it cannot be taken in now; then it is to be handed in again. */
    public void take(Arrival arrival, FileSource source) {
        if (arrival.isEmpty()
                || messages.delivered(arrival.channel(), arrival.providerId()).isPresent()) return;
        var holder = Holder.channel(arrival.channel(), arrival.providerId());
        var fetched = incoming.fetch(holder, arrival, source);
        try {
            var message = store(arrival, fetched.refusals(), new Attached(holder, fetched.files()));
            tellOf(fetched.refusals(), message);
        } catch (Problem tooMuch) {
            var refusals = allOf(arrival, fetched, tooMuch);
            tellOf(refusals, store(arrival, refusals, Attached.NONE));
        }
    }

    /** The ticket takes no more files: the words are taken all the same. */
    private static List<Refusal> allOf(Arrival arrival, Fetched fetched, Problem reason) {
        if (fetched.files().isEmpty()) throw reason;
        var refusedBefore = fetched.refusals().stream().map(Refusal::file).toList();
        var others = arrival.files().stream()
                .filter(file -> !refusedBefore.contains(file))
                .map(file -> new Refusal(file, reason));
        return Stream.concat(fetched.refusals().stream(), others).toList();
    }

    private Message store(Arrival arrival, List<Refusal> refusals, Attached attached) {
        return inbox.receive(new InboundMessage(
                arrival.channel(),
                Conversation.ongoing(arrival.address()),
                arrival.providerId(),
                words(arrival, refusals),
                arrival.name(),
                arrival.language(),
                attached));
    }

    private String words(Arrival arrival, List<Refusal> refusals) {
        if (arrival.sayings().isEmpty() && refusals.isEmpty()) return arrival.text();
        var language = language(arrival);
        var said = arrival.sayings().stream().map(saying -> saying.in(texts, language));
        var missing = refusals.stream()
                .map(refusal -> texts.get(
                        language,
                        "messenger.said.noFile",
                        Map.of("name", refusal.file().name())));
        var lines = Stream.concat(said, missing);
        return String.join(
                "\n",
                Stream.concat(Stream.of(arrival.text()), lines)
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    /** The one in which we talk already, else the one of the customer's device. */
    private String language(Arrival arrival) {
        return latest.of(arrival.channel(), arrival.address())
                .map(Ticket::language)
                .orElseGet(() -> languages.nearest(arrival.language()));
    }

    /** Customers hear which of their files we do not have: they believe that they have sent them. */
    private void tellOf(List<Refusal> refusals, Message message) {
        for (var refusal : refusals) tell(message.ticket(), refusal.file().name(), refusal.reason());
    }

    private void tell(UUID id, String file, @Nullable Problem reason) {
        transactions.inOne(() -> {
            var ticket = tickets.lockSurvivor(id);
            var why = reason == null
                    ? texts.get(ticket.language(), "messenger.fileLost")
                    : texts.get(ticket.language(), "problem." + reason.name() + ".detail", reason.properties());
            channels.say(ticket, "messenger.noFile", Map.of("name", Markdown.escaped(file), "reason", why));
        });
    }
}
