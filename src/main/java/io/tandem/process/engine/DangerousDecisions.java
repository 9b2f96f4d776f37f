package io.tandem.process.engine;

import io.tandem.check.Decisions;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions are written in FEEL that can be read, and FEEL does not reach into Java. */
@Component
final class DangerousDecisions implements Rule {

    @Override
    public List<Finding> check(Snapshot folder) {
        return Models.in(folder).decisions().stream()
                .flatMap(file -> check(file, file.root(), file.root(), null))
                .toList();
    }

    private static Stream<Finding> check(
            Decisions file, XmlElement element, XmlElement owner, @Nullable String parent) {
        var named = element.id().isEmpty() ? owner : element;
        return Stream.concat(
                FeelRules.problemOf(element, parent)
                        .map(problem -> file.error(problem.rule(), named, problem.values())
                                .at(element.line()))
                        .stream(),
                element.children().stream().flatMap(child -> check(file, child, named, element.name())));
    }
}
