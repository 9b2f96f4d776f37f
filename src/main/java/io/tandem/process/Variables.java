package io.tandem.process;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** All variables of our processes. The engine holds ids and decisions only; the rest stands in the record. */
public final class Variables {

    /** What the bot understood; the inputs of {@code who-helps.dmn}. */
    public static final Variable<String> LANGUAGE = text("language");

    public static final Variable<String> TOPIC = text("topic");
    public static final Variable<Double> CONFIDENCE = new Variable<>("confidence", Double.class);
    /** How sure the bot is that one of the two best topics is right. */
    public static final Variable<Double> EITHER = new Variable<>("either", Double.class);

    public static final Variable<String> AUTONOMY = text("autonomy");
    public static final Variable<String> MOOD = text("mood");
    public static final Variable<Boolean> WANTS_HUMAN = flag("wantsHuman");
    public static final Variable<Boolean> REOPENED = flag("reopened");
    /** How many answers the bot has given already without the customer saying that they helped. */
    public static final Variable<Integer> ROUNDS = number("rounds");
    /** Whether the words are a greeting or thanks and nothing else, and how often the bot has answered such already. */
    public static final Variable<String> SMALL_TALK = text("smallTalk");

    public static final Variable<Integer> SMALL_TALKS = number("smallTalks");
    /** Whether the bot has asked already which of two matters is meant. */
    public static final Variable<Boolean> ASKED_BACK = flag("askedBack");
    /** The error that the delegates of the bot raise, and the variable that the error event puts it into. */
    public static final String BOT_FAILED = "botFailed";

    public static final Variable<String> FAILURE = text("failure");

    /** What {@code who-helps.dmn} decided. */
    public static final Variable<String> HELPER = text("helper");

    public static final Variable<String> REASON = text("reason");
    public static final Variable<String> SKILL = text("skill");
    public static final Variable<Integer> PRIORITY = number("priority");

    /** Whether the customer has written again since the step before read the ticket. */
    public static final Variable<Boolean> CUSTOMER_WROTE = flag("customerWrote");

    /** What {@code service-level.dmn} decided, and the times that follow from it. */
    public static final Variable<String> ANSWER_WITHIN = text("answerWithin");

    public static final Variable<String> WARN_BEFORE = text("warnBefore");
    public static final Variable<Date> WARN_AT = new Variable<>("warnAt", Date.class);
    public static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);

    /** What the agent decided, and who is to have the ticket next. */
    public static final Variable<String> ACTION = text("action");

    /**
     * Names a person on the way only: {@link TicketFollowsTask} puts it into the record at once, so that no process variable
     * tells who has or had a ticket. In a diagram <code>${agent}</code> is read from the record.
     */
    public static final Variable<String> AGENT = text("agent");

    /** The position of the last message that the agent had before them when they decided. */
    public static final Variable<Integer> SEEN = number("seen");

    public static final Variable<String> RESOLUTION = text("resolution");
    public static final Variable<Integer> DAYS_SINCE_ASKED = number("daysSinceAsked");
    public static final Variable<Boolean> ASK = flag("ask");
    public static final Variable<Integer> SCORE = number("score");

    /** Set in the diagram: for how long a customer who writes brings a closed ticket back. ISO 8601. */
    public static final Variable<String> REOPENABLE_FOR = text("reopenableFor");

    static final List<Variable<?>> ALL = List.of(
            LANGUAGE,
            TOPIC,
            CONFIDENCE,
            EITHER,
            AUTONOMY,
            MOOD,
            WANTS_HUMAN,
            REOPENED,
            ROUNDS,
            SMALL_TALK,
            SMALL_TALKS,
            ASKED_BACK,
            FAILURE,
            HELPER,
            REASON,
            SKILL,
            PRIORITY,
            CUSTOMER_WROTE,
            ANSWER_WITHIN,
            WARN_BEFORE,
            WARN_AT,
            DUE_AT,
            ACTION,
            AGENT,
            SEEN,
            RESOLUTION,
            DAYS_SINCE_ASKED,
            ASK,
            SCORE,
            REOPENABLE_FOR);

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Variables() {}

    /** The ticket that a process is about: its business key. */
    public static UUID ticketOf(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    /** The ticket that this business key names, if it names one: other processes may run beside ours. */
    public static Optional<UUID> ticketIn(@Nullable String businessKey) {
        return businessKey == null || !UUID_TEXT.matcher(businessKey).matches()
                ? Optional.empty()
                : Optional.of(UUID.fromString(businessKey));
    }

    private static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    private static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    private static Variable<Integer> number(String name) {
        return new Variable<>(name, Integer.class);
    }
}
