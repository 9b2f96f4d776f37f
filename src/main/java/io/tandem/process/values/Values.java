package io.tandem.process.values;

import io.tandem.model.DecisionTable;
import io.tandem.model.Nearest;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a variable may get a value. */
final class Values {

    private final Vocabulary vocabulary;

    Values(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param rule the name of the finding */
    record Problem(String rule, Map<String, String> values) {

        static Problem of(String rule, Variable<?> variable, Object value) {
            return new Problem(rule, Map.of("variable", variable.name(), "written", shown(value)));
        }
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @param free whether it may be any text here */
    Optional<Problem> ofSetting(Variable<?> variable, Object value, boolean free) {
        if (value == DecisionTable.NULL) return Optional.empty();
        var kind = ofKind(variable, value);
        return kind.isPresent() || !(value instanceof String text) ? kind : ofText(variable, text, free);
    }

    /** A value of another kind can neither be read nor compared. */
    Optional<Problem> ofKind(Variable<?> variable, Object value) {
        var type = variable.type();
        if (value == DecisionTable.NULL) return Optional.empty();
        if (type == Boolean.class && !(value instanceof Boolean)) return problem("value.noTruth", variable, value);
        if (type == String.class && !(value instanceof String)) return problem("value.noText", variable, value);
        if (type == Date.class) return problem("value.noTime", variable, value);
        var isNumber = type == Integer.class || type == Double.class;
        return isNumber && !(value instanceof Double) ? problem("value.noNumber", variable, value) : Optional.empty();
    }

    private Optional<Problem> ofText(Variable<?> variable, String text, boolean free) {
        return switch (variable.meaning().kind()) {
            case DURATION -> isDuration(text) ? Optional.empty() : problem("value.noDuration", variable, text);
            case ONE_OF ->
                free || variable.meaning().known().contains(text)
                        ? Optional.empty()
                        : listed(
                                "value.unknown",
                                variable.name(),
                                text,
                                variable.meaning().known());
            case NAMED ->
                variable.meaning().known().contains(text) || vocabulary.isAskedFor(variable.name(), text)
                        ? Optional.empty()
                        : listed("value.unasked", variable.name(), text, vocabulary.askedOf(variable.name()));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> problem(String rule, Variable<?> variable, Object value) {
        return Optional.of(Problem.of(rule, variable, value));
    }

    private static Optional<Problem> listed(String rule, String variable, String text, Set<String> known) {
        return Optional.of(
                new Problem(rule, Map.of("variable", variable, "written", text, "known", Nearest.listed(text, known))));
    }

    private static boolean isDuration(String text) {
        try {
            return !Duration.parse(text).isNegative();
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** Whether a variable is ever what it is compared with. */
    Optional<Problem> ofComparing(String variable, Object value) {
        var kind = Variables.named(variable).flatMap(known -> ofKind(known, value));
        if (kind.isPresent() || !(value instanceof String text) || vocabulary.isEver(variable, text)) return kind;
        return listed("value.neverSet", variable, text, vocabulary.valuesOf(variable));
    }

    static String shown(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : value.toString();
    }
}
