package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.content.FolderOnDisk;
import io.tandem.content.WentLive;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever should go live comes through here: one at a time over all nodes, judged by all rules and the engine, and live
 * as a whole or not at all.
 */
@Component
class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final Versions versions;
    private final Judges judges;
    private final Models models;
    private final LiveVersion live;
    private final FolderOnDisk folder;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Gate(
            Versions versions,
            Judges judges,
            Models models,
            LiveVersion live,
            FolderOnDisk folder,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.judges = judges;
        this.models = models;
        this.live = live;
        this.folder = folder;
        this.events = events;
        transaction = new TransactionTemplate(transactions);
        // Its own, so that what is refused is taken back as a whole, whoever asks for it.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param deployment the engine's, which may be older than the version: a text is none of its business */
    record Passed(Version version, Snapshot snapshot, DeploymentWithDefinitions deployment) {}

    /**
     * Lets through what is wished, if nothing is against it.
     *
     * @param wished given what is live
     * @throws Refused with the findings; they are stored
     */
    synchronized Passed pass(Function<Snapshot, Wish> wished) {
        try {
            var passed = transaction.execute(status -> judged(wished));
            if (passed == null) throw new IllegalStateException("The gate gave no answer");
            goLive(passed.version().number(), passed.snapshot());
            return passed;
        } catch (Refused refused) {
            record(refused);
            throw refused;
        }
    }

    private Passed judged(Function<Snapshot, Wish> wished) {
        var number = versions.lockLive().orElse(null);
        var before = number == null ? new Snapshot(new TreeMap<>()) : snapshot(number);
        var wish = wished.apply(before);
        if (!wish.unfit().isEmpty()) throw new Refused(wish, number, wish.unfit());
        if (number != null && wish.changes().isNone()) {
            versions.nothingIsRefused();
            write(wish, number);
            return new Passed(versions.find(number).orElseThrow(), before, models.deploy(before, before));
        }
        log.info(
                "{} by {}: {} is checked", wish.way(), wish.by(), wish.changes().inShort());
        var findings = live.judged(wish.after()).orElseGet(() -> judges.check(wish.after()));
        if (findings.stream().anyMatch(Finding::refuses)) throw new Refused(wish, number, findings);
        var deployment = deployed(wish, number);
        var version = versions.accept(wish, number, findings, deployment.getId());
        write(wish, number);
        return new Passed(version, wish.after(), deployment);
    }

    private Snapshot snapshot(int number) {
        var here = live.current();
        return here.number() == number
                ? here.snapshot()
                : versions.snapshot(versions.find(number).orElseThrow());
    }

    private DeploymentWithDefinitions deployed(Wish wish, @Nullable Integer number) {
        try {
            return models.deploy(wish.before(), wish.after());
        } catch (Models.NotTaken refused) {
            throw new Refused(wish, number, refused.findings());
        }
    }

    /** Last, because it is the one thing that no transaction takes back. */
    private void write(Wish wish, @Nullable Integer number) {
        var toWrite = wish.toWrite();
        if (toWrite.isNone()) return;
        try {
            folder.write(toWrite.put(), toWrite.removed());
            log.info("{} was written into {}", toWrite.inShort(), folder.path());
        } catch (IOException failed) {
            var values = Map.of("folder", folder.path().toString(), "reason", failed.toString());
            throw new Refused(wish, number, List.of(Finding.error("folder.notWritable", "", null, values)));
        }
    }

    /**
     * Tells everybody on this node. One who cannot read what all rules have let through must not stop the others.
     *
     * @return whether it is news here
     */
    synchronized boolean goLive(int number, Snapshot snapshot) {
        if (!live.becomes(number, snapshot)) return false;
        log.info("Version {} is live", number);
        try {
            events.publishEvent(new WentLive(number));
        } catch (RuntimeException failed) {
            log.error("Version {} is live, but not everybody could read it", number, failed);
        }
        return true;
    }

    private void record(Refused refused) {
        var version = transaction.execute(status -> {
            versions.lockLive();
            return versions.refuse(refused.wish(), refused.live(), refused.findings());
        });
        if (version != null) log.info("What was refused is kept as number {}", version.number());
    }
}
