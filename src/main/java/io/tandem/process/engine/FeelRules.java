package io.tandem.process.engine;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import io.tandem.model.XmlElement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;

/** What one element of a DMN model may hold: FEEL that can be read and stays inside its own values. */
final class FeelRules {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private static final Set<String> UNARY_TESTS = Set.of("inputEntry", "inputValues", "outputValues");

    /** FEEL reads the getters of Java objects, by path or by function, and knows external functions of any class. */
    private static final Pattern JAVA =
            Pattern.compile("\\b(external|class|getClass|classLoader|forName|get\\s+(value|entries))\\b");

    /** What gives names to values of its own. */
    private static final Set<String> BINDING =
            Set.of("For", "SomeItem", "EveryItem", "FunctionDefinition", "Filter", "ConstContext");

    private FeelRules() {}

    /** @param parent the name of the element around it, if any */
    static Optional<Refusal> problemOf(XmlElement element, @Nullable String parent) {
        var language = element.attribute("expressionLanguage");
        if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            return Optional.of(new Refusal("feel.language", Map.of("language", language)));
        }
        return element.is("text") ? problemOfText(element.text().strip(), parent) : Optional.empty();
    }

    private static Optional<Refusal> problemOfText(String feel, @Nullable String parent) {
        if (JAVA.matcher(withoutStrings(feel)).find()) {
            return Optional.of(new Refusal("feel.java", Map.of("expression", feel)));
        }
        var parsed = parsed(feel, parent);
        // The engine would find out when a customer waits for the decision.
        return parsed.filter(result -> !result.isSuccess())
                .map(result -> new Refusal(
                        "feel.broken",
                        Map.of("expression", feel, "reason", result.failure().message())));
    }

    private static Optional<ParseResult> parsed(String feel, @Nullable String parent) {
        if (feel.isEmpty() || feel.equals("-")) return Optional.empty();
        var tests = parent != null && UNARY_TESTS.contains(parent);
        return Optional.of(tests ? FEEL.parseUnaryTests(feel) : FEEL.parseExpression(feel));
    }

    private static String withoutStrings(String feel) {
        return feel.replaceAll("\"[^\"\\\\]*\"", "\"\"");
    }

    /** The variables that it reads; none if it cannot be read, or names values of its own. */
    static Set<String> variablesIn(String feel, String parent) {
        var names = new HashSet<String>();
        var isPlain = parsed(feel, parent)
                .filter(ParseResult::isSuccess)
                .map(result -> collect(result.parsedExpression().expression(), names))
                .orElse(false);
        return isPlain ? names : Set.of();
    }

    /** @return whether all names in it are those of variables */
    private static boolean collect(@Nullable Object node, Set<String> names) {
        if (node instanceof Ref reference) return names.add(reference.names().head()) || true;
        if (!(node instanceof Product product)) return true;
        if (BINDING.contains(product.productPrefix())) return false;
        return CollectionConverters.asJava(product.productIterator().toList()).stream()
                .allMatch(child -> collect(child, names));
    }
}
