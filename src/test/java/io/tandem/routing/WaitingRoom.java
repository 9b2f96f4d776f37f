package io.tandem.routing;

import static org.awaitility.Awaitility.await;

import io.tandem.process.Accounts;
import io.tandem.process.Accounts.Account;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.process.Variables;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;

/** Tickets that wait for a person, without what a bot would say before, and the people who are to help. */
final class WaitingRoom {

    private final ApplicationContext tandem;

    WaitingRoom(ApplicationContext tandem) {
        this.tandem = tandem;
    }

    void employs(String user, String... groups) {
        tandem.getBean(Accounts.class).save(new Account(user, user, Set.of(groups), true), "tandem");
    }

    /** An admin, who has a place at the desk and no other queues than those of these skills. */
    void employsFor(String user, String... skills) {
        employs(user, Stream.concat(Stream.of(Staff.ADMINS), Stream.of(skills)).toArray(String[]::new));
    }

    UUID customer() {
        return tandem.getBean(Transactions.class)
                .inOne(() -> tandem.getBean(Customers.class).welcome("Karla").id());
    }

    UUID receives(String skill, String language, int priority) {
        return receives(customer(), skill, language, priority);
    }

    /** Until the customer has been told: while that is stored, the ticket's row is taken. */
    UUID receives(UUID customer, String skill, String language, int priority) {
        var received = tandem.getBean(Transactions.class).inOne(() -> {
            var opening = new Ticket.Opening(customer, "web", null, language, null);
            var ticket = tandem.getBean(Tickets.class).open(opening).id();
            handOver(ticket, skill, language, priority);
            return ticket;
        });
        var jobs = tandem.getBean(ManagementService.class).createJobQuery().activityId("serviceTask_tellCustomer");
        await().atMost(Duration.ofSeconds(30)).until(() -> jobs.count() == 0);
        return received;
    }

    /** At its task at once: nobody is told and nothing is looked for, which takes its time for many. */
    UUID receivesQuietly(String skill, String language, int priority) {
        var due = Date.from(Instant.now().plusSeconds(3600));
        return tandem.getBean(Transactions.class).inOne(() -> {
            var tickets = tandem.getBean(Tickets.class);
            var ticket = tickets.open(new Ticket.Opening(customer(), "web", null, language, null));
            ticket.handOver(Ticket.Handover.WANTS_HUMAN, Instant.now());
            ticket.prioritize(priority);
            tickets.save(ticket);
            tandem.getBean(RuntimeService.class)
                    .createProcessInstanceByKey("human-escalation")
                    .businessKey(ticket.id().toString())
                    .setVariable(Variables.AGENT.name(), null)
                    .setVariables(Map.of(
                            Variables.SKILL.name(), skill,
                            Variables.PRIORITY.name(), priority,
                            Variables.WARN_AT.name(), due,
                            Variables.ANSWER_DUE_AT.name(), due,
                            Variables.RESOLVE_WARN_AT.name(), due,
                            Variables.RESOLVE_DUE_AT.name(), due,
                            Variables.DUE_AT.name(), due))
                    .startBeforeActivity("userTask_help")
                    .execute();
            return ticket.id();
        });
    }

    private void handOver(UUID ticket, String skill, String language, int priority) {
        tandem.getBean(RuntimeService.class)
                .createProcessInstanceByKey("ticket")
                .businessKey(ticket.toString())
                .setVariables(Map.of(
                        Variables.LANGUAGE.name(), language,
                        Variables.REASON.name(), Ticket.Handover.WANTS_HUMAN.name(),
                        Variables.SKILL.name(), skill,
                        Variables.PRIORITY.name(), priority,
                        Variables.KEEP_FOR.name(), "PT20M"))
                .startBeforeActivity("gateway_toPerson")
                .execute();
    }

    Ticket sees(UUID ticket) {
        return tandem.getBean(Tickets.class).get(ticket);
    }
}
