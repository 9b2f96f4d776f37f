package io.tandem.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What an expression takes for granted of variables: with which values it compares them, and which ones are yes or no. */
public final class Comparisons {

    private static final Set<String> OF_VALUES = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> OF_TRUTHS = Set.of("&&", "||");

    /** @param value a String, Boolean or number that stands in the expression */
    public record Comparison(String variable, Object value) {}

    private final List<Comparison> made = new ArrayList<>();
    private final Set<String> truths = new TreeSet<>();

    private Comparisons() {}

    /**
     * @param isCondition whether the whole expression is to be true or false
     * @return nothing of an expression that cannot be read: other rules say so
     */
    public static Comparisons in(String expression, boolean isCondition) {
        var comparisons = new Comparisons();
        try {
            comparisons.read(ExpressionRules.tree(expression), isCondition);
        } catch (TreeBuilderException broken) {
            return new Comparisons();
        }
        return comparisons;
    }

    public List<Comparison> made() {
        return made;
    }

    /** The variables that are asked as if they were true or false. */
    public Set<String> truths() {
        return truths;
    }

    private void read(Node node, boolean isTruth) {
        if (node instanceof AstEval || node instanceof AstNested) {
            read(node.getChild(0), isTruth);
        } else if (node instanceof AstIdentifier variable) {
            if (isTruth) truths.add(variable.getName());
        } else if (node instanceof AstBinary binary) {
            var operator = binary.getOperator().toString();
            if (OF_VALUES.contains(operator)) compare(plain(node.getChild(0)), plain(node.getChild(1)));
            readChildren(node, OF_TRUTHS.contains(operator));
        } else if (node instanceof AstChoice) {
            read(node.getChild(0), true);
            read(node.getChild(1), isTruth);
            read(node.getChild(2), isTruth);
        } else {
            readChildren(node, node instanceof AstUnary unary && unary.getOperator() == AstUnary.NOT);
        }
    }

    private void readChildren(Node node, boolean areTruths) {
        for (int i = 0; i < node.getCardinality(); i++) read(node.getChild(i), areTruths);
    }

    private static Node plain(Node node) {
        return node instanceof AstNested ? plain(node.getChild(0)) : node;
    }

    private void compare(Node left, Node right) {
        if (left instanceof AstIdentifier variable) add(variable, right);
        if (right instanceof AstIdentifier variable) add(variable, left);
    }

    /** Whether something stands there at all may be asked of every variable. */
    private void add(AstIdentifier variable, Node other) {
        if (!(other instanceof AstLiteral) || other instanceof AstNull) return;
        made.add(new Comparison(variable.getName(), valueOf(other)));
    }

    private static Object valueOf(Node literal) {
        var shown = literal.toString();
        if (literal instanceof AstBoolean) return Boolean.valueOf(shown);
        if (literal instanceof AstNumber) return Double.valueOf(shown);
        return literal instanceof AstString ? shown.substring(1, shown.length() - 1) : shown;
    }
}
