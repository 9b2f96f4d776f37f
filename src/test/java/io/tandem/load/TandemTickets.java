package io.tandem.load;

import io.tandem.channel.Conversation;
import io.tandem.channel.InboundMessage;
import io.tandem.channel.Inbox;
import io.tandem.channel.TakesRatings;
import io.tandem.channel.TakesRatings.Outcome;
import io.tandem.desk.DeskInProcess;
import io.tandem.load.HeardTickets.Kind;
import io.tandem.process.AgentTasks;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket.State;
import io.tandem.ticket.Tickets;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tickets in a running Tandem, by the services in which the requests of customers and agents end: stored, read, answered,
 * rated, with all that Tandem does meanwhile.
 */
final class TandemTickets implements Contender {

    private final Inbox inbox;
    private final Messages messages;
    private final Tickets tickets;
    private final AgentTasks tasks;
    private final DeskInProcess desk;
    private final TakesRatings ratings;
    private final JobExecutor jobs;
    private final RestingJobs resting;
    private final ShopTalk talk = new ShopTalk(new Random(4711));
    private final Signals signals;

    TandemTickets(ConfigurableApplicationContext tandem) {
        inbox = tandem.getBean(Inbox.class);
        messages = tandem.getBean(Messages.class);
        tickets = tandem.getBean(Tickets.class);
        tasks = tandem.getBean(AgentTasks.class);
        desk = new DeskInProcess(tandem);
        ratings = tandem.getBean(TakesRatings.class);
        signals = tandem.getBean(HeardTickets.class).signals();
        jobs = tandem.getBean(JobExecutor.class);
        resting = new RestingJobs(tandem.getBean(TaskService.class), tandem.getBean(ManagementService.class));
    }

    @Override
    public String name() {
        return "Tandem";
    }

    @Override
    public void live(int number) throws InterruptedException {
        var language = number % 2 == 0 ? "de" : "en";
        var id = receive(Conversation.fresh(), talk.asksOfOrder(language), language);
        signals.await(id, Kind.SAID, 2);
        if (Contender.needsPerson(number)) {
            isHelpedByPerson(id, language);
        } else {
            var answer = messages.of(id).get(1);
            expect(answer.isFrom(Author.BOT) && inbox.answerHelped(id, answer.id(), true), "an answer to confirm");
            signals.await(id, Kind.SAID, 3);
        }
        var changes = signals.times(id, Kind.CHANGED);
        expect(ratings.rate(id, 5, null) == Outcome.COUNTED, "a rating that is counted");
        // It changes by the rating itself, and when it is closed.
        for (int heard = changes + 2; heard == changes + 2 || isOpen(id); heard++) {
            signals.await(id, Kind.CHANGED, heard);
        }
        signals.forget(id);
    }

    private UUID receive(Conversation where, String text, String language) {
        var id = UUID.randomUUID().toString();
        return inbox.receive(new InboundMessage("web", where, id, text, "Karla", language))
                .ticket();
    }

    /** The agent takes their time: the customer was told and the offers were found before. */
    private void isHelpedByPerson(UUID id, String language) throws InterruptedException {
        receive(Conversation.known(id), talk.asksForAPerson(language, true), language);
        signals.await(id, Kind.SAID, 4);
        var task = tasks.openOn(id).orElseThrow();
        resting.await(task.id());
        tasks.claim(task.id(), "anna");
        desk.resolves(task.id(), "anna", talk.reply(language));
        signals.await(id, Kind.SAID, 6);
    }

    private boolean isOpen(UUID id) {
        return tickets.get(id).state() != State.CLOSED;
    }

    private static void expect(boolean met, String what) {
        if (!met) throw new IllegalStateException("There is not " + what);
    }

    @Override
    public void rest() {
        jobs.shutdown();
    }

    @Override
    public void goOn() {
        jobs.start();
    }

    @Override
    public void close() {
        // Whoever started it ends it.
    }
}
