package io.tandem.model;

import java.util.List;
import java.util.stream.Stream;

/** A cell of a decision table: which values of its input it lets pass. */
public sealed interface UnaryTest {

    /** @param value a Boolean, String, Double or {@link DecisionTable#NULL} */
    Truth passes(Object value);

    /** The values that it names; to the left and right of a number it may say something else. */
    default Stream<Object> landmarks() {
        return Stream.empty();
    }

    /** Lets everything pass: {@code -}. */
    record Any() implements UnaryTest {
        @Override
        public Truth passes(Object value) {
            return Truth.YES;
        }
    }

    /** {@code "bot"}, {@code 3}, {@code true}, {@code null}. */
    record Equal(Object literal) implements UnaryTest {
        @Override
        public Truth passes(Object value) {
            if (value.equals(literal)) return Truth.YES;
            var comparable = value == DecisionTable.NULL
                    || literal == DecisionTable.NULL
                    || value.getClass() == literal.getClass();
            return comparable ? Truth.NO : Truth.MAYBE;
        }

        @Override
        public Stream<Object> landmarks() {
            return Stream.of(literal);
        }
    }

    /** {@code [60..80)}, and with one end open {@code >= 60}. Nothing is no number. */
    record Between(double from, boolean withFrom, double to, boolean withTo) implements UnaryTest {
        @Override
        public Truth passes(Object value) {
            if (value == DecisionTable.NULL) return Truth.NO;
            if (!(value instanceof Double number)) return Truth.MAYBE;
            return Truth.of((withFrom ? number >= from : number > from) && (withTo ? number <= to : number < to));
        }

        @Override
        public Stream<Object> landmarks() {
            return Stream.of(from, to).filter(Double::isFinite).map(end -> end);
        }
    }

    /** {@code "FURIOUS","DISTRESSED"}. */
    record OneOf(List<UnaryTest> tests) implements UnaryTest {
        @Override
        public Truth passes(Object value) {
            return tests.stream().map(test -> test.passes(value)).reduce(Truth.NO, Truth::or);
        }

        @Override
        public Stream<Object> landmarks() {
            return tests.stream().flatMap(UnaryTest::landmarks);
        }
    }

    /** {@code not("bot")}. FEEL's answer is neither yes nor no where it compares nothing with a number. */
    record Not(UnaryTest test) implements UnaryTest {
        @Override
        public Truth passes(Object value) {
            var ofNothing = value == DecisionTable.NULL && test.landmarks().anyMatch(Double.class::isInstance);
            return ofNothing ? Truth.MAYBE : test.passes(value).not();
        }

        @Override
        public Stream<Object> landmarks() {
            return test.landmarks();
        }
    }

    /** Something else that FEEL can say. */
    record Opaque(String text) implements UnaryTest {
        @Override
        public Truth passes(Object value) {
            return Truth.MAYBE;
        }
    }
}
