package io.tandem.bot;

import io.tandem.check.Decisions;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import io.tandem.model.DecisionTable;
import io.tandem.model.Nearest;
import io.tandem.process.Variables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A topic that a table asks for is one that the bot can recognize: an article is about it. */
@Component
final class KnownTopics implements Rule {

    @Override
    public List<Finding> check(Snapshot folder) {
        var topics = topicsIn(folder);
        if (topics.isEmpty()) return List.of();
        return Models.in(folder).decisions().stream()
                .flatMap(file -> file.tables().stream().flatMap(table -> check(file, table, topics)))
                .toList();
    }

    /** None if an article cannot be read: it might be the one. */
    private static Set<String> topicsIn(Snapshot folder) {
        var topics = new TreeSet<String>();
        try {
            folder.files().forEach((file, bytes) -> {
                if (KnowledgeFiles.isArticle(file))
                    topics.add(ArticleFile.read(file, bytes).topic());
            });
        } catch (BrokenFile broken) {
            return Set.of();
        }
        return topics;
    }

    private static Stream<Finding> check(Decisions file, DecisionTable table, Set<String> topics) {
        return IntStream.range(0, table.inputs().size())
                .filter(column -> table.inputs().get(column).expression().equals(Variables.TOPIC.name()))
                .boxed()
                .flatMap(column -> table.rows().stream()
                        .flatMap(row -> row.cell(column)
                                .landmarks()
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .filter(topic -> !topics.contains(topic))
                                .map(topic -> file.warning(
                                        "topic.unknown",
                                        file.element(row.id()),
                                        Map.of("topic", topic, "known", Nearest.listed(topic, topics))))));
    }
}
