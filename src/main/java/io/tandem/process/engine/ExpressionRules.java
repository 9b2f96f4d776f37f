package io.tandem.process.engine;

import io.tandem.model.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Which expressions a model may hold: one of our steps, variables, their comparison with values, and listed helpers.
 * {@link GuardedExpressions} holds the same line while a process runs; here the author hears of it on saving.
 */
final class ExpressionRules {

    static final Set<String> FUNCTIONS = Set.of(
            CommandContextFunctions.CURRENT_USER,
            CommandContextFunctions.CURRENT_USER_GROUPS,
            DateTimeFunctions.NOW,
            DateTimeFunctions.DATE_TIME);

    private static final Set<String> NEVER = Set.of("class", "classLoader", "protectionDomain", "module");
    private static final Set<Class<?>> PLAIN = Set.of(
            AstText.class,
            AstComposite.class,
            AstEval.class,
            AstNested.class,
            AstBinary.class,
            AstUnary.class,
            AstChoice.class,
            AstIdentifier.class,
            AstParameters.class);

    private static final Pattern STEP = Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}\\s*");
    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final Delegates delegates;

    ExpressionRules(Delegates delegates) {
        this.delegates = delegates;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with the expression, or nothing. */
    Optional<Refusal> problemWith(String expression) {
        try {
            return problemWith(tree(expression), expression.strip());
        } catch (TreeBuilderException e) {
            return refused("expression.broken", expression.strip(), "reason", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Refusal> problemWith(Node node, String expression) {
        var problem = problemOf(node, expression);
        for (int i = 0; problem.isEmpty() && i < node.getCardinality(); i++) {
            problem = problemWith(node.getChild(i), expression);
        }
        return problem;
    }

    private static Optional<Refusal> problemOf(Node node, String expression) {
        if (node instanceof AstLiteral || PLAIN.contains(node.getClass())) return Optional.empty();
        if (node instanceof AstDot dot) {
            return NEVER.contains(nameOf(dot))
                    ? refused("expression.member", expression, "member", nameOf(dot))
                    : Optional.empty();
        }
        if (node instanceof AstMethod method) {
            var isListed = method.getChild(0) instanceof AstDot dot
                    && SafeMembers.methodNames().contains(nameOf(dot));
            return isListed
                    ? Optional.empty()
                    : refused("expression.method", expression, "known", String.join(", ", SafeMembers.methodNames()));
        }
        if (node instanceof AstFunction function) {
            return FUNCTIONS.contains(function.getName())
                    ? Optional.empty()
                    : refused("expression.function", expression, "known", String.join(", ", new TreeSet<>(FUNCTIONS)));
        }
        return refused(node instanceof AstBracket ? "expression.bracket" : "expression.other", expression, "", "");
    }

    private static Optional<Refusal> refused(String rule, String expression, String name, String value) {
        return Optional.of(new Refusal(rule, Map.of("expression", expression, name, value)));
    }

    /** @throws TreeBuilderException if it cannot be read */
    static Node tree(String expression) {
        return PARSER.build(expression).getRoot();
    }

    /** The variables that the expression reads; none if it cannot be read at all. */
    static Set<String> variablesIn(String expression) {
        var names = new TreeSet<String>();
        try {
            collect(tree(expression), names);
        } catch (TreeBuilderException broken) {
            names.clear();
        }
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof AstIdentifier identifier) names.add(identifier.getName());
        for (int i = 0; i < node.getCardinality(); i++) collect(node.getChild(i), names);
    }

    /** JUEL keeps the name to itself and shows it as ". name". */
    private static String nameOf(AstDot dot) {
        return dot.toString().substring(2);
    }

    /** What is wrong with naming a step so, or nothing. */
    Optional<Refusal> problemWithStep(String expression) {
        var named = STEP.matcher(expression);
        if (!named.matches()) return Optional.of(new Refusal("step.noName", Map.of("step", expression.strip())));
        return delegates.has(named.group(1))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "step.unknown",
                        Map.of("step", named.group(1), "known", Nearest.listed(named.group(1), delegates.names()))));
    }
}
