package io.tandem.channel.mail;

import io.tandem.channel.ChannelHealth;
import io.tandem.node.EndsBesideOthers;
import io.tandem.node.Leases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.stereotype.Component;

/** Watches all mailboxes, each in a thread of its own: one that hangs holds up no other. */
@Component
class Watches implements EndsBesideOthers {

    /** What a thread may need to end what it is doing. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final Mailboxes mailboxes;
    private final MailRound round;
    private final Leases leases;
    private final ChannelHealth health;
    private final MailLimits limits;
    private final List<MailboxWatch> watches = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private ScheduledExecutorService clock = Executors.newScheduledThreadPool(0);

    Watches(Mailboxes mailboxes, MailRound round, Leases leases, ChannelHealth health, MailLimits limits) {
        this.mailboxes = mailboxes;
        this.round = round;
        this.leases = leases;
        this.health = health;
        this.limits = limits;
    }

    @Override
    public synchronized void start() {
        clock = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "mail-clock"));
        for (var mailbox : mailboxes.all()) {
            var watch = new MailboxWatch(mailbox, round, leases, health, clock, limits.pollEvery());
            watches.add(watch);
            threads.add(daemon(watch, mailbox.name()));
        }
        threads.forEach(Thread::start);
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void stop() {
        watches.forEach(MailboxWatch::stop);
        threads.forEach(Thread::interrupt);
        threads.forEach(Watches::awaitEnd);
        clock.shutdownNow();
        watches.clear();
        threads.clear();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
