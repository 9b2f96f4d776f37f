package io.tandem.process.engine;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;

/**
 * What a query for tasks asks of persons, once the expressions of a stored filter have their values. Everybody may ask
 * about themselves.
 */
record PersonalCriteria(TaskQueryImpl query) {

    /** @throws BadUserRequestException if it asks for another's tasks, or sorts by persons */
    void checkAsked(String reader) {
        if (query.getQueries().stream().anyMatch(part -> asksForAnother(part, reader))) {
            throw new BadUserRequestException(
                    "Tasks can be searched by your own name only: agents are helped, not watched");
        }
        var sorted = query.getOrderingProperties().stream()
                .anyMatch(order -> TaskQueryProperty.ASSIGNEE.equals(order.getQueryProperty()));
        if (sorted)
            throw new BadUserRequestException("Tasks are not sorted by persons: agents are helped, not watched");
    }

    private static boolean asksForAnother(TaskQueryImpl part, String reader) {
        var named = Stream.of(
                part.getAssignee(),
                part.getAssigneeLike(),
                part.getOwner(),
                part.getInvolvedUser(),
                part.getCandidateUser());
        var listed = Stream.of(part.getAssigneeIn(), part.getAssigneeNotIn())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
        return Stream.concat(named.filter(Objects::nonNull), listed).anyMatch(person -> !person.equals(reader));
    }
}
