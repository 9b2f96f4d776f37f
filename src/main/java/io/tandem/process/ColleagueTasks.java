package io.tandem.process;

import io.tandem.process.AgentTask.Kind;
import io.tandem.process.ColleagueRequests.Known;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What colleagues are asked or told about a ticket, by the process {@code ask-colleague}. It runs beside the ticket's
 * own under the same business key, and its tasks never move the ticket.
 */
@Component
public class ColleagueTasks {

    public static final String PROCESS = "ask-colleague";

    /** The variables that it is given. */
    public static final Set<String> GIVEN = Set.of(
            Variables.QUESTION.name(),
            Variables.SKILL.name(),
            Variables.ANSWER_AWAITED.name(),
            Variables.ANSWER.name(),
            Variables.PRIORITY.name());

    private static final String READ_OUTCOME = "userTask_readOutcome";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ColleagueRequests requests;
    private final ApplicationEventPublisher events;

    ColleagueTasks(
            RuntimeService runtime, TaskService tasks, ColleagueRequests requests, ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.requests = requests;
        this.events = events;
    }

    /**
     * @param note the note in which it stands
     * @param person who is asked; nobody in particular if it is the group
     * @param answerAwaited whether the asker waits for an answer; else the colleague is only named
     */
    public record Request(
            UUID ticket,
            UUID note,
            String asker,
            @Nullable String person,
            String group,
            boolean answerAwaited,
            int priority) {}

    /** Somebody is asked, named, or told what came of it. */
    public record Arrived(
            UUID ticket, String task, Kind kind, @Nullable UUID request, String group) {}

    static Arrived arrived(DelegateTask task, UUID ticket) {
        return new Arrived(
                ticket,
                task.getId(),
                kindOf(task),
                Variables.QUESTION.find(task).flatMap(Variables::idIn).orElse(null),
                Variables.SKILL.find(task).orElse(Staff.AGENTS));
    }

    public void ask(Request request) {
        var id = requests.keep(request);
        var variables = new HashMap<String, Object>();
        variables.put(Variables.QUESTION.name(), id.toString());
        variables.put(Variables.SKILL.name(), request.group());
        variables.put(Variables.ANSWER_AWAITED.name(), request.answerAwaited());
        variables.put(Variables.ANSWER.name(), null);
        variables.put(Variables.PRIORITY.name(), request.priority());
        var process =
                runtime.startProcessInstanceByKey(PROCESS, request.ticket().toString(), variables);
        requests.isAbout(id, process.getId());
    }

    /**
     * A colleague's open task.
     *
     * @param request what it is known by in the record
     * @param person who is asked, or who has answered
     * @param group which one is asked
     * @param question the id of the note that asks
     * @param answer the id of the note that answers
     */
    public record Asked(
            String task,
            UUID request,
            Kind kind,
            String asker,
            @Nullable String person,
            String group,
            @Nullable UUID question,
            @Nullable UUID answer,
            @Nullable Instant dueAt) {}

    public Optional<Asked> find(String task) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(task)
                        .processDefinitionKey(PROCESS)
                        .singleResult())
                .flatMap(this::asked);
    }

    /** All that colleagues still have to do about the ticket, in the order in which it came up. */
    public List<Asked> openOn(UUID ticket) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(ticket.toString())
                .processDefinitionKey(PROCESS)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .flatMap(task -> asked(task).stream())
                .toList();
    }

    /** Empty if it has ended since it was found, and its process with all variables. */
    private Optional<Asked> asked(Task task) {
        var known = variablesOf(task);
        if (!(known.get(Variables.SKILL.name()) instanceof String group)) return Optional.empty();
        var due = task.getDueDate();
        var request = request(task);
        return Optional.of(new Asked(
                task.getId(),
                request.id(),
                kindOf(task, known),
                request.asker(),
                request.colleague(),
                group,
                request.note(),
                note(known, Variables.ANSWER),
                due == null ? null : due.toInstant()));
    }

    /** None if the task has ended since it was found, where the engine's own way to a task's variables fails. */
    Map<String, Object> variablesOf(Task task) {
        var known = new HashMap<String, Object>();
        runtime.createVariableInstanceQuery()
                .processInstanceIdIn(task.getProcessInstanceId())
                .list()
                .forEach(variable -> known.put(variable.getName(), variable.getValue()));
        return known;
    }

    private Known request(Task task) {
        return requests.ofProcess(task.getProcessInstanceId())
                .orElseThrow(() -> new IllegalStateException("Nobody is known to have asked " + task.getId()));
    }

    /** Programs can set variables, too: what is no id is no note. */
    private static @Nullable UUID note(Map<String, Object> known, Variable<String> variable) {
        return known.get(variable.name()) instanceof String id
                ? Variables.idIn(id).orElse(null)
                : null;
    }

    /** The colleague is done. @param answer the id of the note that answers, none if they had nothing to say */
    public void answer(String task, String colleague, @Nullable UUID answer) {
        find(task).ifPresent(asked -> requests.answeredBy(asked.request(), colleague));
        var said = new HashMap<String, Object>();
        said.put(Variables.ANSWER.name(), answer == null ? null : answer.toString());
        tasks.complete(task, said);
    }

    /** Whose it was has left. Those of the group may answer, and hear of it; what came of it is theirs to read. */
    void putBack(AgentTask task) {
        tasks.setAssignee(task.id(), null);
        find(task.id()).filter(asked -> asked.kind() != Kind.OUTCOME).ifPresent(asked -> {
            requests.isForGroup(asked.request());
            events.publishEvent(new Arrived(task.ticket(), asked.task(), asked.kind(), asked.request(), asked.group()));
        });
    }

    /** The asker has seen what came of it. */
    public void read(String task) {
        tasks.complete(task);
    }

    Kind kindOf(Task task) {
        return owns(task.getProcessDefinitionId()) ? kindOf(task, variablesOf(task)) : Kind.TICKET;
    }

    private static Kind kindOf(Task task, Map<String, Object> known) {
        return kindOf(task.getTaskDefinitionKey(), Boolean.TRUE.equals(known.get(Variables.ANSWER_AWAITED.name())));
    }

    static Kind kindOf(DelegateTask task) {
        if (!owns(task.getProcessDefinitionId())) return Kind.TICKET;
        return kindOf(
                task.getTaskDefinitionKey(), Variables.ANSWER_AWAITED.find(task).orElse(false));
    }

    /** Of a finished task, the engine keeps no variables. */
    static Kind kindOf(HistoricTaskInstance task) {
        if (!PROCESS.equals(task.getProcessDefinitionKey())) return Kind.TICKET;
        return kindOf(task.getTaskDefinitionKey(), true);
    }

    private static Kind kindOf(String task, boolean answerAwaited) {
        if (task.equals(READ_OUTCOME)) return Kind.OUTCOME;
        return answerAwaited ? Kind.QUESTION : Kind.MENTION;
    }

    /** Who was asked or has answered, of a task that is finished. */
    Optional<String> colleagueOf(HistoricTaskInstance task) {
        return requests.ofProcess(task.getProcessInstanceId()).map(Known::colleague);
    }

    static boolean owns(String processDefinition) {
        return processDefinition.startsWith(PROCESS + ":");
    }
}
