package io.tandem.attachment;

import io.tandem.api.Problem;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of customers and agents. A file comes in first ({@link #take}) and is held for whoever brought it; the message
 * that names it takes it along ({@link #attach}), in the message's own transaction.
 */
@Component
public class Attachments {

    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    private final AttachmentSettings settings;
    private final Intake intake;
    private final Shelf shelf;
    private final Pieces pieces;
    private final Clock clock;

    Attachments(AttachmentSettings settings, Intake intake, Shelf shelf, Pieces pieces, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.shelf = shelf;
        this.pieces = pieces;
        this.clock = clock;
    }

    /**
     * Takes a file in; not within a transaction, for a file can take minutes to come.
     *
     * @param name as its owner calls it; it need not be safe
     * @throws Problem if it is refused, with the reason
     */
    public Attachment take(Holder holder, @Nullable String name, InputStream content) {
        return intake.take(holder, name, content);
    }

    /**
     * Gives the message the files that were held for it.
     *
     * @throws Problem if one is not there for this holder, or they are too many or too large together
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(Attached attached, Message message) {
        var holder = attached.holder();
        if (attached.isEmpty() || holder == null) return;
        if (attached.files().size() > settings.files()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "attachmentsTooMany", Map.of("most", settings.files()));
        }
        for (int i = 0; i < attached.files().size(); i++) {
            if (!shelf.give(attached.files().get(i), holder, message.id(), i)) {
                throw new Problem(HttpStatus.BAD_REQUEST, "attachmentUnknown");
            }
        }
        if (shelf.sizeOfMessage(message.id()) > settings.messageSize().toBytes()) throw settings.messageTooLarge();
        if (message.isFrom(Author.CUSTOMER)
                && shelf.sizeOfTicket(message.ticket()) > settings.ticketSize().toBytes()) {
            throw new Problem(HttpStatus.PAYLOAD_TOO_LARGE, "attachmentsTicketFull");
        }
    }

    /** What a message has, its copy on another ticket gets, too: as files of their own. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Message.Copied copied) {
        shelf.ofMessage(copied.original()).forEach(file -> shelf.copy(file, copied.copy()));
    }

    /** The files of each of the ticket's messages that has some, those of internal notes included. */
    public Map<UUID, List<Attachment>> of(UUID ticket) {
        return shelf.byMessage(ticket);
    }

    /** A file of the ticket that the customer may see. */
    public Attachment forCustomer(UUID ticket, UUID attachment) {
        return shelf.find(ticket, attachment, false).orElseThrow(Attachments::notFound);
    }

    /** A file of the ticket, be it of an internal note. */
    public Attachment forAgent(UUID ticket, UUID attachment) {
        return shelf.find(ticket, attachment, true).orElseThrow(Attachments::notFound);
    }

    private static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "notFound");
    }

    /** The bytes; for channels that send them on. */
    public InputStream content(Attachment attachment) {
        return pieces.read(attachment.id(), Pieces.Part.FILE);
    }

    /** A small JPEG, drawn anew. */
    InputStream preview(Attachment attachment) {
        if (!attachment.preview()) throw notFound();
        return pieces.read(attachment.id(), Pieces.Part.PREVIEW);
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void sweep() {
        var swept = shelf.sweep(clock.instant().minus(settings.unsentFor()));
        if (swept > 0) log.info("Swept {} files that no message took along", swept);
    }
}
