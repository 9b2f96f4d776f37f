package io.tandem.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's task on a ticket.
 *
 * @param kind whether it is the ticket's own task or one for a colleague of its agent
 * @param assignee the user who has it; once it is finished, who had the ticket last or has answered
 * @param open whether it still is to be done
 */
public record AgentTask(
        String id,
        UUID ticket,
        Kind kind,
        @Nullable String assignee,
        @Nullable Instant dueAt,
        int priority,
        boolean open) {

    /** Whoever has the ticket's own task holds the ticket; the other tasks leave it where it is. */
    public enum Kind {
        TICKET,
        QUESTION,
        MENTION,
        OUTCOME
    }

    public boolean isOf(String user) {
        return user.equals(assignee);
    }

    public Optional<String> holder() {
        return Optional.ofNullable(assignee);
    }

    /** What an agent may decide, as the conditions in the diagram write it. */
    public enum Action {
        WAIT("wait"),
        RESOLVE("resolve"),
        PASS_ON("passOn");

        private final String model;

        Action(String model) {
            this.model = model;
        }

        public String inModel() {
            return model;
        }
    }

    /** Somebody else has the task, or has finished it. */
    public static final class TakenByOther extends RuntimeException {
        private final transient AgentTask task;

        TakenByOther(AgentTask task) {
            super("Task %s is %s".formatted(task.id(), task.open() ? "with " + task.assignee() : "finished"));
            this.task = task;
        }

        public AgentTask task() {
            return task;
        }
    }

    /** No task has this id. */
    public static final class UnknownTask extends RuntimeException {
        UnknownTask(String id) {
            super("There is no task " + id);
        }
    }
}
