package io.tandem.desk;

import io.tandem.bot.Summarizer;
import io.tandem.process.Transactions;
import jakarta.annotation.PreDestroy;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets the operator's language model, if there is one, put the matter into a sentence. That happens after the handover
 * and beside it: nobody waits for it, and a brief that stays without one is whole.
 */
@Component
class BriefWording {

    private static final Logger log = LoggerFactory.getLogger(BriefWording.class);
    private static final int MOST_AT_ONCE = 2;
    private static final int MOST_WAITING = 200;

    private final Summarizer summarizer;
    private final Briefs briefs;
    private final Transactions transactions;
    private final ThreadPoolExecutor background = new ThreadPoolExecutor(
            MOST_AT_ONCE,
            MOST_AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
                var thread = new Thread(work, "briefs");
                thread.setDaemon(true);
                return thread;
            },
            // When so many wait, agents are sooner than summaries.
            new ThreadPoolExecutor.DiscardOldestPolicy());

    BriefWording(Summarizer summarizer, Briefs briefs, Transactions transactions) {
        this.summarizer = summarizer;
        this.briefs = briefs;
        this.transactions = transactions;
        background.allowCoreThreadTimeOut(true);
    }

    @TransactionalEventListener
    void word(Brief.Written written) {
        if (summarizer.isOn()) background.execute(() -> summarize(written.ticket()));
    }

    private void summarize(UUID ticket) {
        try {
            var brief = briefs.of(ticket).orElseThrow();
            summarizer
                    .of(ticket)
                    .ifPresent(summary -> transactions.inOne(() -> briefs.summarize(ticket, brief, summary)));
        } catch (RuntimeException e) {
            log.warn("The brief of ticket {} stays without a summary", ticket, e);
        }
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
