package io.tandem.process.engine;

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

    /** What is wrong with the expression and what to do, or nothing. */
    Optional<String> problemWith(String expression) {
        try {
            return problemWith(PARSER.build(expression).getRoot())
                    .map(problem -> "The expression '%s' %s.".formatted(expression.strip(), problem));
        } catch (TreeBuilderException e) {
            return Optional.of("The expression '%s' cannot be read: %s".formatted(expression.strip(), e.getMessage()));
        }
    }

    private Optional<String> problemWith(Node node) {
        var problem = problemOf(node);
        for (int i = 0; problem.isEmpty() && i < node.getCardinality(); i++) {
            problem = problemWith(node.getChild(i));
        }
        return problem;
    }

    private static Optional<String> problemOf(Node node) {
        if (node instanceof AstLiteral || PLAIN.contains(node.getClass())) return Optional.empty();
        if (node instanceof AstDot dot) {
            return NEVER.contains(nameOf(dot)) ? Optional.of("reads '%s'".formatted(nameOf(dot))) : Optional.empty();
        }
        if (node instanceof AstMethod method) {
            return method.getChild(0) instanceof AstDot dot
                            && SafeMembers.methodNames().contains(nameOf(dot))
                    ? Optional.empty()
                    : Optional.of("calls a method. Call a Java delegate instead, or one of the methods "
                            + SafeMembers.methodNames());
        }
        if (node instanceof AstFunction function) {
            return FUNCTIONS.contains(function.getName())
                    ? Optional.empty()
                    : Optional.of("calls the function '%s'. These exist: %s"
                            .formatted(function.getName(), new TreeSet<>(FUNCTIONS)));
        }
        if (node instanceof AstBracket) return Optional.of("uses brackets. Write map.key instead");
        return Optional.of("is none of those that models may hold");
    }

    /** JUEL keeps the name to itself and shows it as ". name". */
    private static String nameOf(AstDot dot) {
        return dot.toString().substring(2);
    }

    /** What is wrong with naming a step so, or nothing. */
    Optional<String> problemWithStep(String expression) {
        var named = STEP.matcher(expression);
        if (!named.matches()) {
            return Optional.of("The step '%s' must be the name of a Java delegate like ${sendReply}."
                    .formatted(expression.strip()));
        }
        return delegates.has(named.group(1))
                ? Optional.empty()
                : Optional.of("There is no step '%s'. These exist: %s".formatted(named.group(1), delegates.names()));
    }
}
