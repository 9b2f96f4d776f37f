package io.tandem.insight;

/** @param total of all cases: seconds or points; for a count the number of cases again */
public record Amount(long cases, double total) {

    public static final Amount NONE = new Amount(0, 0);

    public Amount plus(Amount other) {
        return new Amount(cases + other.cases, total + other.total);
    }

    double mean() {
        return cases == 0 ? 0 : total / cases;
    }
}
