package io.tandem.process;

import io.tandem.process.AgentTask.Action;
import java.util.Arrays;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What may be done with a ticket's task, by whichever API: programs can complete tasks with any variables, and a ticket
 * that nobody could work on would be the customer's loss.
 */
@Component
class TaskRules {

    /** Asked for late: the staff is the engine's, which asks for these rules while it starts. */
    private final ObjectProvider<Staff> staff;

    TaskRules(ObjectProvider<Staff> staff) {
        this.staff = staff;
    }

    void checkAssignee(DelegateTask task) {
        var user = task.getAssignee();
        if (user != null && !staff.getObject().reachesDesk(user)) throw worksOnNone(user);
    }

    void checkDecision(DelegateTask task) {
        Variables.ALL.forEach(variable -> {
            var value = task.getVariable(variable.name());
            if (value != null && !variable.type().isInstance(value)) {
                throw new BadUserRequestException("The variable '%s' must be a %s"
                        .formatted(variable.name(), variable.type().getSimpleName()));
            }
        });
        Variables.ACTION.find(task).ifPresent(TaskRules::checkAction);
        Variables.AGENT
                .find(task)
                .filter(agent -> !staff.getObject().isAgent(agent))
                .ifPresent(agent -> {
                    throw worksOnNone(agent);
                });
        Variables.SKILL
                .find(task)
                .filter(group -> !staff.getObject().isGroup(group))
                .ifPresent(group -> {
                    throw new BadUserRequestException("There is no group '%s' for tickets".formatted(group));
                });
    }

    private static BadUserRequestException worksOnNone(String user) {
        return new BadUserRequestException("'%s' works on no tickets".formatted(user));
    }

    private static void checkAction(String action) {
        if (Arrays.stream(Action.values()).noneMatch(known -> known.inModel().equals(action))) {
            throw new BadUserRequestException("'%s' is no action".formatted(action));
        }
    }
}
