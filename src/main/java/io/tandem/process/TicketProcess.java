package io.tandem.process;

import static io.tandem.process.ProcessMessage.ANSWER_DID_NOT_HELP;
import static io.tandem.process.ProcessMessage.ANSWER_HELPED;
import static io.tandem.process.ProcessMessage.CUSTOMER_WROTE;
import static io.tandem.process.ProcessMessage.HUMAN_WANTED;
import static io.tandem.process.ProcessMessage.RATED;
import static io.tandem.process.ProcessMessage.TICKET_MERGED;
import static io.tandem.process.ProcessMessage.TICKET_OPENED;
import static io.tandem.process.ProcessMessage.TICKET_OVER;
import static io.tandem.process.ProcessMessage.TICKET_REOPENED;

import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * A ticket's process, as the rest of Tandem sees it: things happen to a ticket, and whoever waits for them in the
 * diagram goes on. Nobody waiting is no error: what happened is in the record, and the next step looks there.
 *
 * <p>The ticket's row must be held by the caller, who works in {@link Transactions}: where the engine finds that
 * somebody else was faster, the whole of it is repeated.
 */
@Component
public class TicketProcess {

    /** Where a process begins that a person is to have at once. */
    public static final String TO_PERSON = "gateway_toPerson";
    /** The variables that it is given there. */
    public static final Set<String> GIVEN_TO_PERSON = Set.of(
            Variables.LANGUAGE.name(), Variables.REASON.name(), Variables.SKILL.name(), Variables.PRIORITY.name());

    /** All that the program itself gives to a ticket's process at its beginning. */
    public static final Set<String> GIVEN = Stream.concat(
                    GIVEN_TO_PERSON.stream(), Stream.of(Variables.REOPENED.name()))
            .collect(Collectors.toUnmodifiableSet());

    /** The process that is a ticket's life. */
    public static final String TICKET = "ticket";

    private static final int STUCK_PRIORITY = 80;

    private final RuntimeService runtime;
    private final Unserved unserved;

    TicketProcess(RuntimeService runtime, Unserved unserved) {
        this.runtime = runtime;
        this.unserved = unserved;
    }

    public void open(Ticket ticket) {
        start(ticket, false);
    }

    /** The customer came back to a resolved or closed ticket: its process hears of it, or a new one begins. */
    public void reopen(Ticket ticket) {
        var heard = tell(ticket, TICKET_REOPENED);
        if (!heard && !isRunning(ticket)) start(ticket, true);
    }

    public void customerWrote(Ticket ticket) {
        tell(ticket, CUSTOMER_WROTE);
    }

    /** The bot's attempt ends at once, wherever it is; also at a step that fails, where nobody hears of it. */
    public void humanWanted(Ticket ticket) {
        if (!tell(ticket, HUMAN_WANTED) && unserved.stepFails(ticket.id())) startWithPerson(ticket);
    }

    public void answerHelped(Ticket ticket) {
        tell(ticket, ANSWER_HELPED);
    }

    public void answerDidNotHelp(Ticket ticket) {
        tell(ticket, ANSWER_DID_NOT_HELP);
    }

    public void rated(Ticket ticket) {
        tell(ticket, RATED);
    }

    /** The ticket goes on in another one: its process ends by the diagram, whatever it is doing. */
    public void merged(Ticket ticket) {
        tell(ticket, TICKET_MERGED);
        over(ticket);
    }

    /** What colleagues were asked about the ticket is no longer needed. */
    void over(Ticket ticket) {
        tell(ticket, TICKET_OVER);
    }

    /** Drops whatever runs for the ticket and begins anew where a person takes over. */
    void startWithPerson(Ticket ticket) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket.id().toString())
                .processDefinitionKeyNotIn(ColleagueTasks.PROCESS)
                .rootProcessInstances()
                .list()
                .forEach(stuck -> runtime.deleteProcessInstance(stuck.getId(), "stuck", true, true, false, true));
        var reason = ticket.handover().orElse(Handover.BOT_FAILED);
        openWithPerson(ticket, reason, Staff.AGENTS, STUCK_PRIORITY);
    }

    /** Begins where a person takes over. */
    public void openWithPerson(Ticket ticket, Handover reason, String group, int priority) {
        runtime.createProcessInstanceByKey(TICKET)
                .businessKey(ticket.id().toString())
                .setVariables(Map.of(
                        Variables.LANGUAGE.name(),
                        ticket.language(),
                        Variables.REASON.name(),
                        reason.name(),
                        Variables.SKILL.name(),
                        group,
                        Variables.PRIORITY.name(),
                        priority))
                .startBeforeActivity(TO_PERSON)
                .execute();
    }

    private void start(Ticket ticket, boolean reopened) {
        runtime.createMessageCorrelation(TICKET_OPENED.inModel())
                .processInstanceBusinessKey(ticket.id().toString())
                .setVariables(Variables.REOPENED.with(reopened))
                .correlateStartMessage();
    }

    private boolean tell(Ticket ticket, ProcessMessage message) {
        return !runtime.createMessageCorrelation(message.inModel())
                .processInstanceBusinessKey(ticket.id().toString())
                .setVariables(message.variables())
                .correlateAllWithResult()
                .isEmpty();
    }

    private boolean isRunning(Ticket ticket) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ticket.id().toString())
                        .processDefinitionKeyNotIn(ColleagueTasks.PROCESS)
                        .count()
                > 0;
    }
}
