package io.tandem.process;

import io.tandem.process.AgentTask.Action;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Ticket.Resolution;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** All variables of our processes. The engine holds ids and decisions only; the rest stands in the record. */
public final class Variables {

    /** What the bot understood; the inputs of {@code who-helps.dmn}. */
    public static final Variable<String> LANGUAGE = text("language");

    public static final Variable<String> TOPIC = text("topic", Meaning.TOPIC);
    public static final Variable<Double> CONFIDENCE = new Variable<>("confidence", Double.class, Meaning.ANY);
    /** How sure the bot is that one of the two best topics is right. */
    public static final Variable<Double> EITHER = new Variable<>("either", Double.class, Meaning.ANY);

    public static final Variable<String> AUTONOMY = text("autonomy", Meaning.named("OFF", "SUGGEST", "ANSWER"));
    public static final Variable<String> MOOD = text("mood", Meaning.named("CALM", "ANNOYED", "FURIOUS", "DISTRESSED"));
    public static final Variable<Boolean> WANTS_HUMAN = flag("wantsHuman");
    public static final Variable<Boolean> REOPENED = flag("reopened");
    /** How many answers the bot has given already without the customer saying that they helped. */
    public static final Variable<Integer> ROUNDS = number("rounds");
    /** Whether the words are a greeting or thanks and nothing else, and how often the bot has answered such already. */
    public static final Variable<String> SMALL_TALK = text("smallTalk", Meaning.named("NONE", "GREETING", "THANKS"));

    public static final Variable<Integer> SMALL_TALKS = number("smallTalks");
    /** Whether the bot has asked already which of two matters is meant. */
    public static final Variable<Boolean> ASKED_BACK = flag("askedBack");
    /** The error that the delegates of the bot raise, and the variable that the error event puts it into. */
    public static final String BOT_FAILED = "botFailed";

    public static final Variable<String> FAILURE = text("failure", Meaning.named(BOT_FAILED));

    /** What {@code who-helps.dmn} decided. */
    public static final Variable<String> HELPER =
            text("helper", Meaning.named(Helper.BOT.inModel(), Helper.HUMAN.inModel()));

    public static final Variable<String> REASON = text(
            "reason",
            Meaning.oneOf(Handover.values())
                    .besides("SURE", "BETWEEN_TWO", "GREETED", "THANKED")
                    .onlyWhere(HELPER, Helper.HUMAN.inModel()));
    public static final Variable<String> SKILL = text("skill");
    public static final Variable<Integer> PRIORITY = number("priority");
    /** For how long the ticket is kept for the agent who knows the customer. ISO 8601. */
    public static final Variable<String> KEEP_FOR = text("keepFor", Meaning.DURATION);

    /** Whether the customer has written again since the step before read the ticket. */
    public static final Variable<Boolean> CUSTOMER_WROTE = flag("customerWrote");

    /** The way by which the customer writes: an input of {@code service-level.dmn}. */
    public static final Variable<String> CHANNEL = text("channel");

    /** What {@code service-level.dmn} promises: durations of business time. */
    public static final Variable<String> ANSWER_WITHIN = text("answerWithin", Meaning.DURATION);

    public static final Variable<String> WARN_BEFORE = text("warnBefore", Meaning.DURATION);
    public static final Variable<String> RESOLVE_WITHIN = text("resolveWithin", Meaning.DURATION);
    public static final Variable<String> RESOLVE_WARN_BEFORE = text("resolveWarnBefore", Meaning.DURATION);

    /** The times that follow: of the response, of the resolution, and by when the next of the two is due. */
    public static final Variable<Date> WARN_AT = time("warnAt");

    public static final Variable<Date> ANSWER_DUE_AT = time("answerDueAt");
    public static final Variable<Date> RESOLVE_WARN_AT = time("resolveWarnAt");
    public static final Variable<Date> RESOLVE_DUE_AT = time("resolveDueAt");
    public static final Variable<Date> DUE_AT = time("dueAt");

    /** What the agent decided, and who is to have the ticket next. */
    public static final Variable<String> ACTION = text(
            "action",
            Meaning.named(Arrays.stream(Action.values()).map(Action::inModel).toArray(String[]::new)));

    /**
     * Names a person on the way only: {@link TicketFollowsTask} puts it into the record at once, so that no process variable
     * tells who has or had a ticket. In a diagram <code>${agent}</code> is read from the record.
     */
    public static final Variable<String> AGENT = text("agent");

    /** The position of the last message that the agent had before them when they decided. */
    public static final Variable<Integer> SEEN = number("seen");

    /** The id of the note with which the ticket was passed on to whoever has it now. */
    public static final Variable<String> PASS_NOTE = text("passNote");

    /** Who asks a colleague; like {@link #AGENT} only a name in diagrams. */
    public static final Variable<String> ASKER = text("asker");

    /** By which id the question stands in the record, whether an answer is awaited, and the id of the note that answers. */
    public static final Variable<String> QUESTION = text("question");

    public static final Variable<Boolean> ANSWER_AWAITED = flag("answerAwaited");
    public static final Variable<String> ANSWER = text("answer");

    public static final Variable<String> RESOLUTION = text("resolution", Meaning.oneOf(Resolution.values()));
    /** Why a person had the ticket last; nothing if none ever did. */
    public static final Variable<String> HANDOVER = text("handover", Meaning.oneOf(Handover.values()));

    public static final Variable<Integer> DAYS_SINCE_ASKED = number("daysSinceAsked");
    public static final Variable<Boolean> ASK = flag("ask");
    public static final Variable<Integer> SCORE = number("score");

    /** Set in the diagram: for how long a customer who writes brings a closed ticket back. ISO 8601. */
    public static final Variable<String> REOPENABLE_FOR = text("reopenableFor", Meaning.DURATION);

    public static final List<Variable<?>> ALL = List.of(
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
            KEEP_FOR,
            CUSTOMER_WROTE,
            CHANNEL,
            ANSWER_WITHIN,
            WARN_BEFORE,
            RESOLVE_WITHIN,
            RESOLVE_WARN_BEFORE,
            WARN_AT,
            ANSWER_DUE_AT,
            RESOLVE_WARN_AT,
            RESOLVE_DUE_AT,
            DUE_AT,
            ACTION,
            AGENT,
            SEEN,
            PASS_NOTE,
            ASKER,
            QUESTION,
            ANSWER_AWAITED,
            ANSWER,
            RESOLUTION,
            HANDOVER,
            DAYS_SINCE_ASKED,
            ASK,
            SCORE,
            REOPENABLE_FOR);

    /** Who completes a task sets these, and who passes a ticket on the skill, too. */
    public static final Set<String> SET_BY_PERSONS =
            Set.of(ACTION.name(), AGENT.name(), SEEN.name(), PASS_NOTE.name(), ANSWER.name(), SKILL.name());

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Variables() {}

    public static Optional<Variable<?>> named(String name) {
        return ALL.stream().filter(variable -> variable.name().equals(name)).findFirst();
    }

    /** The ticket that a process is about: its business key. */
    public static UUID ticketOf(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    /** The id that a business key or variable is, if it is one: other processes may run beside ours, and programs set variables. */
    public static Optional<UUID> idIn(@Nullable String text) {
        return text == null || !UUID_TEXT.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(UUID.fromString(text));
    }

    private static Variable<String> text(String name) {
        return text(name, Meaning.ANY);
    }

    private static Variable<String> text(String name, Meaning meaning) {
        return new Variable<>(name, String.class, meaning);
    }

    private static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class, Meaning.ANY);
    }

    private static Variable<Date> time(String name) {
        return new Variable<>(name, Date.class, Meaning.ANY);
    }

    private static Variable<Integer> number(String name) {
        return new Variable<>(name, Integer.class, Meaning.ANY);
    }
}
