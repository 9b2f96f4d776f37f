package io.tandem.check;

import java.util.List;
import java.util.stream.Stream;

/** A rule that looks at one diagram after the other. */
public interface DiagramRule extends Rule {

    /** @param folder everything that the diagram may refer to */
    Stream<Finding> check(Diagram diagram, Snapshot folder);

    @Override
    default List<Finding> check(Snapshot folder) {
        return Models.in(folder).diagrams().stream()
                .flatMap(diagram -> check(diagram, folder))
                .toList();
    }
}
