package io.tandem.model.net;

import io.tandem.model.Truth;
import java.util.Map;
import java.util.Set;

/**
 * The condition of a flow, as far as it can be judged by what is known: comparisons of a variable with a value or with
 * null, and their combination. Everything else may be true or false.
 */
final class Condition {

    interface Term {
        Truth in(Values values);
    }

    private final Term term;
    private final Map<String, Set<String>> asked;

    Condition(Term term, Map<String, Set<String>> asked) {
        this.term = term;
        this.asked = asked;
    }

    static Condition of(String text) {
        return new ConditionParser(text).parse();
    }

    Truth in(Values values) {
        return term.in(values);
    }

    /** The variables that it asks for, and the values that it compares them with. */
    Map<String, Set<String>> asked() {
        return asked;
    }
}
