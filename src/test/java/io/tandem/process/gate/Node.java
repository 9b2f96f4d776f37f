package io.tandem.process.gate;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.check.file.FolderContent;
import io.tandem.content.FolderOnDisk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A node's gate without its engine, of which a JVM has only one: it counts what would be deployed. */
final class Node {

    final Versions versions;
    final LiveVersion live;
    final SavedFolder saved;
    final OtherNodes others;
    final OwnersFolder folder;
    final AtomicInteger deployments = new AtomicInteger();
    final AtomicInteger told = new AtomicInteger();
    final List<String> toldBy = new CopyOnWriteArrayList<>();
    /** What happens right after a commit, before anything is live here. */
    Runnable committed = () -> {};

    Node(DataSource database, Path path) {
        var sql = JdbcClient.create(database);
        var disk = FolderOnDisk.at(path);
        var words = new FindingLines();
        var rules = new StaticListableBeanFactory();
        rules.addBean("word", new NoForbiddenWord());
        rules.addBean("files", new FolderContent());
        var judges = new Judges(rules.getBeanProvider(Rule.class));
        folder = new OwnersFolder(path);
        versions = new Versions(sql, new VersionFiles(sql), new FindingsAsText(new ObjectMapper()), Clock.systemUTC());
        live = new LiveVersion(versions, disk, judges, words);
        var gate = new Gate(versions, judges, this::deploy, live, disk, event -> tell(), transactions(database));
        saved = new SavedFolder(gate, versions, live, disk, words);
        others = new OtherNodes(versions, live, gate, saved);
    }

    private void tell() {
        told.incrementAndGet();
        toldBy.add(Thread.currentThread().getName());
    }

    /** As a program does that starts. */
    Node started() {
        saved.afterSingletonsInstantiated();
        return this;
    }

    private PlatformTransactionManager transactions(DataSource database) {
        return new DataSourceTransactionManager(database) {
            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                super.doCommit(status);
                committed.run();
            }
        };
    }

    private DeploymentWithDefinitions deploy(Snapshot before, Snapshot after) {
        if (!Changes.between(before, after).isNone()) deployments.incrementAndGet();
        var deployment = mock(DeploymentWithDefinitions.class);
        when(deployment.getId()).thenReturn("deployment");
        return deployment;
    }

    String text(String file) {
        return new String(live.current().snapshot().file(file).orElseThrow());
    }
}
