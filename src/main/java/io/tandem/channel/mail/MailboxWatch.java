package io.tandem.channel.mail;

import io.tandem.channel.ChannelHealth;
import io.tandem.node.Leases;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one mailbox for as long as the program runs: one node at a time, and again at growing pauses when the server is
 * not there.
 */
final class MailboxWatch implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

    /** Longer than anything that is done between two looks at it. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Mailbox mailbox;
    private final MailRound round;
    private final Leases leases;
    private final ChannelHealth health;
    private final ScheduledExecutorService clock;
    private final Duration pollEvery;
    private volatile boolean stopped;
    private int failures;

    MailboxWatch(
            Mailbox mailbox,
            MailRound round,
            Leases leases,
            ChannelHealth health,
            ScheduledExecutorService clock,
            Duration pollEvery) {
        this.mailbox = mailbox;
        this.round = round;
        this.leases = leases;
        this.health = health;
        this.clock = clock;
        this.pollEvery = pollEvery;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                if (isOurs()) visit();
                else Thread.sleep(pollEvery.toMillis());
            } catch (MessagingException | IOException | RuntimeException | Error failure) {
                rest(failure);
            } catch (InterruptedException end) {
                stopped = true;
            }
        }
    }

    private boolean isOurs() {
        return leases.hold(mailbox.name(), LEASE);
    }

    private void visit() throws MessagingException, IOException, InterruptedException {
        try (var folder = ImapFolder.open(mailbox)) {
            log.info("{} is connected", mailbox);
            while (!stopped && isOurs()) {
                round.make(mailbox, folder);
                failures = 0;
                health.up(mailbox.name());
                folder.awaitNews(pollEvery, clock);
            }
        }
    }

    private void rest(Throwable failure) {
        if (stopped) return;
        var reason = reason(failure);
        // Once for each trouble; since when it lasts the health page says.
        if (health.down(mailbox.name(), reason)) log.warn("{} cannot be read: {}", mailbox, reason);
        log.debug("In full", failure);
        try {
            Thread.sleep(pause(failures++).toMillis());
        } catch (InterruptedException end) {
            stopped = true;
        }
    }

    /** Of growing length, and not the same for every mailbox of a server that comes back. */
    private static Duration pause(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 12));
        if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }

    private String reason(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) return mailbox.imap() + " refuses our user or password";
        if (failure instanceof IOException && mailbox.tokenFile() != null)
            return "the file of the token cannot be read";
        return mailbox.imap() + ": " + Printable.line(String.valueOf(failure.getMessage()), 200);
    }

    /** Ends it after what it is doing; the next node goes on at once. */
    void stop() {
        stopped = true;
        leases.release(mailbox.name());
    }
}
