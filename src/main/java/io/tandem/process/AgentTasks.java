package io.tandem.process;

import io.tandem.process.AgentTask.Action;
import io.tandem.process.AgentTask.Kind;
import io.tandem.process.AgentTask.TakenByOther;
import io.tandem.process.AgentTask.UnknownTask;
import io.tandem.ticket.Tickets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have to do: the engine's user tasks, each about one ticket. A ticket has one of its own at a time. */
@Component
public class AgentTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ColleagueTasks colleagues;
    private final Tickets tickets;
    private final JdbcClient sql;

    AgentTasks(
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            ColleagueTasks colleagues,
            Tickets tickets,
            JdbcClient sql) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.colleagues = colleagues;
        this.tickets = tickets;
        this.sql = sql;
    }

    /** @throws UnknownTask if there never was such a task on a ticket */
    public AgentTask get(String id) {
        return open(id).or(() -> finished(id)).orElseThrow(() -> new UnknownTask(id));
    }

    /** @throws TakenByOther if it is finished */
    public AgentTask getOpen(String id) {
        var task = get(id);
        if (!task.open()) throw new TakenByOther(task);
        return task;
    }

    /** @throws UnknownTask if it is not the ticket's own: a colleague's task decides nothing about the ticket */
    public AgentTask getOfTicket(String id) {
        var task = get(id);
        if (task.kind() != Kind.TICKET) throw new UnknownTask(id);
        return task;
    }

    /** The ticket's own task that is open now. */
    public Optional<AgentTask> openOn(UUID ticket) {
        return tasks.createTaskQuery().processInstanceBusinessKey(ticket.toString()).list().stream()
                .filter(task -> !ColleagueTasks.owns(task.getProcessDefinitionId()))
                .flatMap(task -> agentTask(task).stream())
                .findFirst();
    }

    /** All that somebody has on their desk: tickets, and what colleagues asked them. */
    List<AgentTask> heldBy(String user) {
        return tasks.createTaskQuery().taskAssignee(user).list().stream()
                .flatMap(task -> agentTask(task).stream())
                .toList();
    }

    private Optional<AgentTask> open(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .flatMap(this::agentTask);
    }

    /** Empty if it has ended since it was found, and its process with it; or if it is no ticket's. */
    private Optional<AgentTask> agentTask(Task task) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .flatMap(process -> Variables.idIn(process.getBusinessKey()))
                .map(ticket -> new AgentTask(
                        task.getId(),
                        ticket,
                        colleagues.kindOf(task),
                        task.getAssignee(),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .orElse(null),
                        task.getPriority(),
                        true));
    }

    private Optional<AgentTask> finished(String id) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(id).singleResult())
                .map(this::agentTask);
    }

    private AgentTask agentTask(HistoricTaskInstance task) {
        var process = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        var ticket = UUID.fromString(process.getBusinessKey());
        var kind = ColleagueTasks.kindOf(task);
        var who = kind == Kind.TICKET ? tickets.get(ticket).agent() : colleagues.colleagueOf(task);
        return new AgentTask(
                task.getId(),
                ticket,
                kind,
                // The engine's history names nobody.
                who.orElse(null),
                null,
                task.getPriority(),
                false);
    }

    /** @throws TakenByOther if somebody else has it or has finished it */
    public AgentTask claim(String id, String agent) {
        var task = getOpen(id);
        if (task.assignee() != null && !task.isOf(agent)) throw new TakenByOther(task);
        if (task.assignee() == null) tasks.claim(id, agent);
        return task;
    }

    /** It is for all again who see its queue. */
    void putBack(AgentTask task) {
        tasks.setAssignee(task.id(), null);
    }

    /**
     * The agent is done for now; the process goes on with the action.
     *
     * @param seen the position of the ticket's last message when the agent decided
     */
    public void complete(String id, String agent, Action action, int seen) {
        var decided = new HashMap<String, Object>();
        decided.put(Variables.ACTION.name(), action.inModel());
        decided.put(Variables.AGENT.name(), agent);
        decided.put(Variables.SEEN.name(), seen);
        decided.put(Variables.PASS_NOTE.name(), null);
        tasks.complete(id, decided);
    }

    /**
     * The ticket goes to another group or person.
     *
     * @param note the id of the note that the receiver reads first
     */
    public void passOn(String id, @Nullable String group, @Nullable String person, @Nullable UUID note) {
        var decided = new HashMap<String, Object>();
        decided.put(Variables.ACTION.name(), Action.PASS_ON.inModel());
        decided.put(Variables.AGENT.name(), person);
        decided.put(Variables.PASS_NOTE.name(), note == null ? null : note.toString());
        if (group != null) decided.put(Variables.SKILL.name(), group);
        tasks.complete(id, decided);
    }

    /** The id of the note with which the ticket was passed on to whoever has this task. */
    public Optional<UUID> passNote(AgentTask task) {
        if (!task.open() || task.kind() != Kind.TICKET) return Optional.empty();
        return Optional.ofNullable(tasks.createTaskQuery().taskId(task.id()).singleResult())
                .map(open -> colleagues.variablesOf(open).get(Variables.PASS_NOTE.name()))
                .flatMap(note -> Variables.idIn(note.toString()));
    }

    /** The group that has the ticket's task. */
    public String groupOf(AgentTask task) {
        return tasks.getVariable(task.id(), Variables.SKILL.name()) instanceof String group ? group : Staff.AGENTS;
    }

    /** Whether somebody may work on the task: it is theirs or one of their groups'. Nobody may on one that has ended. */
    public boolean isFor(AgentTask task, String user, List<String> groups) {
        return task.isOf(user) || candidatesOf(task).anyMatch(one -> one.is(user, groups));
    }

    private record Candidate(
            @Nullable String user, @Nullable String group) {

        boolean is(String agent, List<String> groups) {
            return agent.equals(user) || group != null && groups.contains(group);
        }
    }

    /** Of the database: the engine fails for a task that somebody ended a moment ago. */
    private Stream<Candidate> candidatesOf(AgentTask task) {
        return sql
                .sql("select user_id_, group_id_ from act_ru_identitylink where task_id_ = ?")
                .param(task.id())
                .query((row, number) -> new Candidate(row.getString("user_id_"), row.getString("group_id_")))
                .list()
                .stream();
    }

    /** Brings the ticket's open task to the attention of another group, too. */
    public void bringIn(UUID ticket, String group, int priority) {
        openOn(ticket).ifPresent(task -> {
            tasks.addCandidateGroup(task.id(), group);
            raise(ticket, priority);
        });
    }

    /** Sorts the ticket's open task further up. */
    public void raise(UUID ticket, int priority) {
        openOn(ticket)
                .filter(task -> task.priority() < priority)
                .ifPresent(task -> tasks.setPriority(task.id(), priority));
    }
}
