package io.tandem.channel.mail;

import io.tandem.api.Problem;
import io.tandem.channel.mail.MailContents.Content;
import io.tandem.channel.mail.MailViews.View;
import io.tandem.channel.mail.StoredMail.State;
import io.tandem.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mails that are no ticket, for leads, owners and operators. */
@RestController
@RequestMapping("/api/mails")
class QuarantineController {

    private static final int MOST_AT_ONCE = 100;

    private final Quarantine quarantine;
    private final Mails mails;
    private final MailViews views;
    private final MailContents contents;
    private final Tickets tickets;

    QuarantineController(Quarantine quarantine, Mails mails, MailViews views, MailContents contents, Tickets tickets) {
        this.quarantine = quarantine;
        this.mails = mails;
        this.views = views;
        this.contents = contents;
        this.tickets = tickets;
    }

    /** @param of all, not only of this page */
    record Page(List<View> mails, int page, int size, long of) {}

    record Waiting(long mails) {}

    /** @param number that people can say */
    record Opened(UUID ticket, long number) {}

    /** What could not be taken in and waits for somebody to decide. */
    @GetMapping("/quarantine")
    Page quarantine(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Locale language) {
        return page(State.QUARANTINED, page, size, language);
    }

    /** What no person wrote: nobody needs to look at it, everybody may. */
    @GetMapping("/aside")
    Page aside(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Locale language) {
        return page(State.ASIDE, page, size, language);
    }

    private Page page(State state, int page, int size, Locale language) {
        if (page < 0 || size < 1 || size > MOST_AT_ONCE) throw new Problem(HttpStatus.BAD_REQUEST, "badRequest");
        var found = mails.listed(state, page, size).stream()
                .map(mail -> views.of(mail, language))
                .toList();
        return new Page(found, page, size, mails.count(state));
    }

    /** How many wait for somebody to decide: pages that lead here tell it. */
    @GetMapping("/waiting")
    Waiting waiting() {
        return new Waiting(mails.count(State.QUARANTINED));
    }

    /** What it says, as text. */
    @GetMapping("/quarantine/{mail}")
    ResponseEntity<Content> read(@PathVariable UUID mail, Locale language) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(contents.of(quarantine.get(mail), language));
    }

    /** The mail as it came, or what there is of it. Never opened by the browser: it may be anything. */
    @GetMapping("/quarantine/{mail}/raw")
    ResponseEntity<byte[]> raw(@PathVariable UUID mail) {
        var file = ContentDisposition.attachment()
                .filename(mail + ".eml", StandardCharsets.US_ASCII)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .body(quarantine.raw(mail));
    }

    /** Another attempt to take it in, within the minute. */
    @PostMapping("/quarantine/{mail}/attempts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void tryAgain(@PathVariable UUID mail) {
        quarantine.tryAgain(mail);
    }

    @PutMapping("/quarantine/{mail}/ticket")
    Opened makeTicket(@PathVariable UUID mail) {
        var ticket = quarantine.makeTicket(mail);
        return new Opened(ticket, tickets.get(ticket).number());
    }

    /** Nothing is to be made of it. It stays stored, and leaves the list. */
    @DeleteMapping("/quarantine/{mail}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID mail) {
        quarantine.dismiss(mail);
    }
}
