package io.tandem.insight.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quantiles of durations that are kept in classes only. */
class TimesTest {

    @Test
    void aQuantileIsRightWithinSixPercentFromMillisecondsToMonths() {
        var random = new Random(7);
        var durations = random.doubles(10_000, 0, 10)
                .mapToLong(exponent -> Math.round(Math.pow(10, exponent)))
                .toArray();
        var times = new Times();
        for (var duration : durations) times.add(duration);
        Arrays.sort(durations);

        for (var share : new double[] {0.1, 0.5, 0.9, 0.99}) {
            var exact = durations[(int) Math.ceil(share * durations.length) - 1] / 1000.0;
            assertThat(times.quantile(share).orElseThrow() / exact).isCloseTo(1, within(0.06));
        }
    }

    @Test
    void whatTookNoTimeTookNone() {
        var times = new Times();
        times.add(0);

        assertThat(times.quantile(0.5)).hasValue(0);
        assertThat(new Times().quantile(0.5)).isEmpty();
    }

    @Test
    void nineOfTenTookNoLongerAlsoOfFew() {
        var times = new Times();
        for (int i = 0; i < 9; i++) times.add(1000);
        times.add(1_000_000);

        assertThat(times.quantile(0.9).orElseThrow()).isLessThan(1.1);
        assertThat(times.quantile(0.91).orElseThrow()).isGreaterThan(900);
    }
}
