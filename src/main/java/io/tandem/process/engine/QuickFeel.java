package io.tandem.process.engine;

import io.tandem.model.DecisionTable;
import io.tandem.model.Feel;
import io.tandem.model.Truth;
import io.tandem.model.UnaryTest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells at once what the plain cells say in which most tables are written, and leaves all else to the engine's FEEL: that
 * one reads each cell anew for each ticket and builds its functions anew for each cell, which took half of the time of a step.
 */
final class QuickFeel implements FeelEngine {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    /** Beyond it a double cannot tell whole numbers apart. */
    private static final long EXACT = 1L << 53;
    /** Far more than there are cells; one who deploys ever new tables does not fill the memory. */
    private static final int MOST_CELLS = 10_000;

    private final FeelEngine whole;
    private final Map<String, UnaryTest> cells = new ConcurrentHashMap<>();
    private final Map<String, Optional<Object>> literals = new ConcurrentHashMap<>();

    QuickFeel(FeelEngine whole) {
        this.whole = whole;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
        var value = plain(variables, input);
        var passes = value == null ? Truth.MAYBE : test(cell).passes(value);
        return passes == Truth.MAYBE ? whole.evaluateSimpleUnaryTests(cell, input, variables) : passes == Truth.YES;
    }

    private UnaryTest test(String cell) {
        var known = cells.get(cell);
        if (known != null) return known;
        var read = Feel.cell(cell);
        if (cells.size() < MOST_CELLS) cells.put(cell, read);
        return read;
    }

    /** @return what {@link UnaryTest} knows as a value; null if it is something else */
    private static @Nullable Object plain(VariableContext variables, String name) {
        if (!variables.containsVariable(name)) return null;
        var value = variables.resolve(name).getValue();
        if (value == null) return DecisionTable.NULL;
        if (value instanceof String || value instanceof Boolean || value instanceof Double) return value;
        var isWhole = value instanceof Integer || value instanceof Long || value instanceof Short;
        return isWhole && Math.abs(((Number) value).longValue()) < EXACT ? ((Number) value).doubleValue() : null;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        var text = expression.strip();
        var literal = literal(text);
        if (literal.isPresent() && isSame(literal.get())) return (T) literal.get();
        if (literal.isEmpty() && NAME.matcher(text).matches() && variables.containsVariable(text)) {
            var value = variables.resolve(text).getValue();
            if (value == null || isSame(value)) return (T) value;
        }
        return whole.evaluateSimpleExpression(expression, variables);
    }

    /** What stays what it is, whereas the engine's FEEL makes other numbers of numbers. */
    private static boolean isSame(Object value) {
        return value instanceof String || value instanceof Boolean;
    }

    private Optional<Object> literal(String text) {
        var known = literals.get(text);
        if (known != null) return known;
        var read = Feel.literal(text);
        if (literals.size() < MOST_CELLS) literals.put(text, read);
        return read;
    }
}
