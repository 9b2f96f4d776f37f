package io.tandem.process.engine;

import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * The engine's FEEL, without the work that it does again for each cell of a decision: it reads the expression and makes all
 * built-in functions anew. That was a quarter of all that is done for a ticket.
 */
final class QuickFeel extends FeelEngine {

    /** All tables of some hundred versions of the models. */
    private static final int MOST_EXPRESSIONS = 10_000;

    private final FeelInterpreter interpreter;
    private final FunctionProvider functions;
    private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

    private QuickFeel(FunctionProvider ours, ValueMapper values) {
        super(ours, values, defaultConfiguration(), defaultClock());
        interpreter = new FeelInterpreter(values);
        functions = new CompositeFunctionProvider(listOf(new BuiltinFunctions(clock(), values), ours));
    }

    private static camundajar.impl.scala.collection.immutable.List<FunctionProvider> listOf(
            FunctionProvider first, FunctionProvider second) {
        return List$.MODULE$.<FunctionProvider>empty().$colon$colon(second).$colon$colon(first);
    }

    static FeelEngineFactory factory() {
        return () -> new ScalaFeelEngine(List.of()) {
            @Override
            protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
                return new QuickFeel(functions, values);
            }
        };
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String feel) {
        return known(expressions, feel, super::parseExpression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String feel) {
        return known(tests, feel, super::parseUnaryTests);
    }

    private static Either<Failure, ParsedExpression> known(
            Map<String, Either<Failure, ParsedExpression>> all,
            String feel,
            Function<String, Either<Failure, ParsedExpression>> read) {
        if (all.size() >= MOST_EXPRESSIONS) all.clear();
        return all.computeIfAbsent(feel, read);
    }

    /** Whatever is not plain sailing goes the engine's own way, which says what is wrong. */
    @Override
    public Either<Failure, Object> eval(ParsedExpression expression, Context variables) {
        var context = EvalContext.create(valueMapper(), functions).merge(variables);
        try {
            var value = interpreter.eval(expression.expression(), context);
            if (isPlain(value, context)) return new Right<>(valueMapper().unpackVal(value));
        } catch (RuntimeException failure) {
            // it fails there as well
        }
        return super.eval(expression, variables);
    }

    private static boolean isPlain(Val value, EvalContext context) {
        return !(value instanceof ValError)
                && !(value instanceof ValFatalError)
                && context.failureCollector().failures().isEmpty();
    }
}
