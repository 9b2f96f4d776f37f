package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's task: it belongs to a group, has a form in the folder, and a time by which it should be done. */
@Component
final class UserTasks implements DiagramRule {

    private static final String FORM = "embedded:deployment:";

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.nodes("userTask").flatMap(task -> check(diagram, task, folder));
    }

    private static Stream<Finding> check(Diagram diagram, XmlElement task, Snapshot folder) {
        var findings = Stream.<Finding>builder();
        if (isMissing(task.camunda("candidateGroups"))) {
            findings.add(diagram.error("userTask.noGroup", task, Map.of()));
        }
        var due = task.camunda("dueDate");
        if (isMissing(due)) findings.add(diagram.error("userTask.noDueDate", task, Map.of()));
        else if (!isTime(String.valueOf(due))) {
            findings.add(diagram.error("time.broken", task, Map.of("written", String.valueOf(due))));
        }
        form(diagram, task, folder).forEach(findings::add);
        return findings.build();
    }

    private static boolean isTime(String due) {
        return Times.isExpression(due)
                || Times.duration(due).isPresent()
                || Times.moment(due).isPresent();
    }

    private static Stream<Finding> form(Diagram diagram, XmlElement task, Snapshot folder) {
        var form = task.camunda("formKey");
        if (isMissing(form)) return Stream.of(diagram.error("userTask.noForm", task, Map.of()));
        var file = String.valueOf(form).strip();
        if (file.startsWith(FORM) && folder.file(file.substring(FORM.length())).isPresent()) return Stream.empty();
        return Stream.of(diagram.error("userTask.lostForm", task, Map.of("form", file.replace(FORM, ""))));
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
