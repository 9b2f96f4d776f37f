package io.tandem.channel.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.attachment.Attached;
import io.tandem.attachment.Holder;
import io.tandem.channel.Conversation;
import io.tandem.channel.InboundMessage;
import io.tandem.channel.Inbox;
import io.tandem.live.LiveFeed;
import io.tandem.live.LiveStreams;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The customers' API. Who may call it for which ticket is checked before, by {@link TicketKeyCheck}. */
@RestController
@RequestMapping(path = "/api/tickets", produces = MediaType.APPLICATION_JSON_VALUE)
class TicketController {

    private static final Duration KEY_KEPT_FOR = Duration.ofDays(30);
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");

    private final Inbox inbox;
    private final Tickets tickets;
    private final Messages messages;
    private final TicketKeys keys;
    private final StatusBoard board;
    private final LiveStreams streams;
    private final MessageViews views;

    TicketController(
            Inbox inbox,
            Tickets tickets,
            Messages messages,
            TicketKeys keys,
            StatusBoard board,
            LiveStreams streams,
            MessageViews views) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.messages = messages;
        this.keys = keys;
        this.board = board;
        this.streams = streams;
        this.views = views;
    }

    /** @param attachments ids of files that were uploaded for the message with this Idempotency-Key as its id */
    record NewTicket(
            @Nullable String text,
            @Nullable String language,
            @Nullable String name,
            @Nullable List<UUID> attachments) {}

    /** @param token the key to this ticket alone */
    record Opened(UUID ticket, long number, String token) {}

    @PostMapping
    ResponseEntity<Opened> open(
            @RequestBody NewTicket request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            HttpServletRequest http) {
        var message = inbox.receive(new InboundMessage(
                WebChannel.NAME,
                Conversation.fresh(),
                ClientId.ofTicket(key),
                words(request.text(), request.attachments()),
                FitText.name(request.name()),
                request.language() == null ? accepted : checkedLanguage(request.language()),
                files(request.attachments(), key)));
        var opened = opened(message);
        return ResponseEntity.created(URI.create("/api/tickets/" + opened.ticket() + "/messages"))
                .header(HttpHeaders.SET_COOKIE, cookie(opened, http))
                .body(opened);
    }

    private static String words(@Nullable String text, @Nullable List<UUID> files) {
        return files == null || files.isEmpty() ? FitText.message(text) : FitText.caption(text);
    }

    private static Attached files(@Nullable List<UUID> files, @Nullable String message) {
        if (files == null || files.isEmpty()) return Attached.NONE;
        return new Attached(Holder.customer(ClientId.secret(message)), files);
    }

    private static String cookie(Opened opened, HttpServletRequest http) {
        return TicketKeyCheck.cookie(opened.ticket(), opened.token(), KEY_KEPT_FOR, http.isSecure());
    }

    private static String checkedLanguage(String language) {
        if (!LANGUAGE_TAG.matcher(language).matches()) throw new Problem(HttpStatus.BAD_REQUEST, "badLanguage");
        return language;
    }

    private Opened opened(Message message) {
        var ticket = tickets.get(message.ticket());
        return new Opened(ticket.id(), ticket.number(), keys.keyTo(ticket.id()));
    }

    record ConversationView(List<MessageView> messages, StatusView status) {}

    @GetMapping("/{ticket}/messages")
    ConversationView read(@PathVariable UUID ticket) {
        // In this order: see CustomerFeed.
        var said = messages.of(ticket);
        var now = tickets.get(ticket);
        return new ConversationView(views.of(now, said), board.of(now));
    }

    /**
     * @param id the page's own id of the message: the same id again is the same message
     * @param attachments ids of files that were uploaded for the message with this id, which is a UUID then; with files, a
     *     message needs no text
     */
    record NewMessage(
            @Nullable String text,
            @Nullable String id,
            @Nullable List<UUID> attachments) {}

    /** @param continuedIn the new ticket, where the old one has been closed for too long to be reopened */
    record Written(
            @JsonUnwrapped MessageView message, @Nullable Opened continuedIn) {}

    @PostMapping("/{ticket}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Written write(@PathVariable UUID ticket, @RequestBody NewMessage request) {
        var message = inbox.receive(new InboundMessage(
                WebChannel.NAME,
                Conversation.known(ticket),
                ClientId.ofMessage(ticket, request.id()),
                words(request.text(), request.attachments()),
                null,
                tickets.get(ticket).language(),
                files(request.attachments(), request.id())));
        var view = views.of(tickets.get(message.ticket()), message);
        return new Written(view, message.ticket().equals(ticket) ? null : opened(message));
    }

    @PostMapping("/{ticket}/human")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StatusView wantHuman(@PathVariable UUID ticket) {
        if (!inbox.wantHuman(ticket)) throw new Problem(HttpStatus.CONFLICT, "ticketOver");
        return board.of(tickets.get(ticket));
    }

    record Feedback(@Nullable Boolean helped) {}

    @PutMapping("/{ticket}/messages/{message}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void feedback(@PathVariable UUID ticket, @PathVariable UUID message, @RequestBody Feedback request) {
        if (request.helped() == null) throw new Problem(HttpStatus.BAD_REQUEST, "noFeedback");
        if (messages.find(message)
                .filter(found -> found.ticket().equals(ticket))
                .isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "notFound");
        }
        if (!inbox.answerHelped(ticket, message, request.helped())) {
            throw new Problem(HttpStatus.CONFLICT, "feedbackTooLate");
        }
    }

    @GetMapping(path = "/{ticket}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable UUID ticket,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard) {
        return streams.open(
                ticket, new CustomerFeed(ticket, LiveFeed.position(lastHeard), tickets, messages, board, views));
    }
}
