package io.tandem.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;

/** The steps of our models without what they do: they set what the diagrams and tables read, and tell after the commit. */
final class EmptySteps {

    /** How the business key of a ticket begins whose customer wants a person in their second message. */
    static final String FOR_PERSON = "person-";

    private EmptySteps() {}

    static Map<String, JavaDelegate> all(Signals signals) {
        var steps = new HashMap<String, Consumer<DelegateExecution>>();
        steps.put("understandRequest", EmptySteps::understand);
        steps.put("findAnswer", EmptySteps::find);
        steps.put("handOver", step -> set(step, "channel", "web", "agent", null));
        steps.put("startClock", EmptySteps::startClock);
        steps.put(
                "lookUpLastSurvey", step -> set(step, "resolution", "AGENT", "handover", null, "daysSinceAsked", null));
        steps.put("recordRating", step -> set(step, "score", 5));
        for (var sending : new String[] {"sendAnswer", "sendReply"}) {
            steps.put(sending, step -> set(step, "customerWrote", false));
        }
        var silent = "writeBrief findSuggestions tellCustomer recordResolution stopClock askForRating closeTicket";
        for (var name : silent.split(" ")) steps.put(name, step -> {});
        var told = new HashMap<String, JavaDelegate>();
        steps.forEach((name, step) -> told.put(name, execution -> {
            step.accept(execution);
            tell(signals, execution.getProcessBusinessKey(), name);
        }));
        return told;
    }

    private static void tell(Signals signals, String ticket, String step) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, commit -> signals.happened(ticket, step));
    }

    private static void understand(DelegateExecution step) {
        var again = step.getVariable("rounds") != null;
        set(step, "language", "en", "topic", "refund", "confidence", 0.97, "either", 0.98, "autonomy", "ANSWER");
        set(step, "mood", "CALM", "smallTalk", "NONE", "smallTalks", 0, "rounds", again ? 1 : 0, "askedBack", false);
        set(step, "wantsHuman", again && step.getProcessBusinessKey().startsWith(FOR_PERSON));
    }

    private static void find(DelegateExecution step) {
        set(step, "confidence", 0.97, "either", 0.98, "topic", "refund", "autonomy", "ANSWER");
    }

    private static void startClock(DelegateExecution step) {
        var due = Date.from(Instant.now().plus(1, ChronoUnit.DAYS));
        set(step, "warnAt", due, "answerDueAt", due, "resolveWarnAt", due, "resolveDueAt", due, "dueAt", due);
    }

    private static void set(DelegateExecution step, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            step.setVariable((String) namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
