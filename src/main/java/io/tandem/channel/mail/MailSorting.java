package io.tandem.channel.mail;

import io.tandem.channel.Bell;
import io.tandem.node.EndsBesideOthers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sorts what is stored, a few mails at once and of each sender one after another. A mail's row says what is left to do: any
 * node goes on where another has ended, also with mails of a mailbox that is not connected any longer.
 */
@Component
class MailSorting implements EndsBesideOthers {

    private static final Logger log = LoggerFactory.getLogger(MailSorting.class);

    /** Most of the work waits for the database. */
    private static final int AT_ONCE = 4;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TO_END = Duration.ofSeconds(20);

    private final MailAttempts attempts;
    private final Bell bell = new Bell();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean running;
    private ExecutorService sorters = Executors.newCachedThreadPool(MailSorting::sorter);

    MailSorting(MailAttempts attempts) {
        this.attempts = attempts;
    }

    private static Thread sorter(Runnable work) {
        var thread = new Thread(work, "mail-sorting");
        thread.setDaemon(true);
        return thread;
    }

    /** Something was stored. */
    void ring() {
        bell.ring();
    }

    @Override
    public void start() {
        running = true;
        sorters = Executors.newCachedThreadPool(MailSorting::sorter);
        sorters.execute(this::lookAround);
    }

    @Override
    public void stop() {
        running = false;
        ring();
        sorters.shutdown();
        try {
            if (!sorters.awaitTermination(TO_END.toSeconds(), TimeUnit.SECONDS)) sorters.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void lookAround() {
        while (running) {
            try {
                free.acquire();
                if (!sortNext()) bell.await(LOOK_EVERY);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    /** @return whether there was one; the place is the sorter's then */
    private boolean sortNext() {
        Optional<StoredMail> next = Optional.empty();
        try {
            next = attempts.beginNext();
            next.ifPresent(mail -> sorters.execute(() -> sort(mail)));
        } catch (RuntimeException | Error failed) {
            // Whatever it was: who ended here would leave every mail unread.
            log.warn("Mails wait, since what is stored cannot be read", failed);
            next = Optional.empty();
        }
        if (next.isEmpty()) free.release();
        return next.isPresent();
    }

    private void sort(StoredMail mail) {
        try {
            attempts.make(mail);
        } catch (RuntimeException | Error failed) {
            log.error("{}: what became of mail {} could not be recorded", mail.mailbox(), mail.id(), failed);
        } finally {
            free.release();
            ring();
        }
    }
}
