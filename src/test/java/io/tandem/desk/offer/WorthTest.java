package io.tandem.desk.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorthTest {

    @Test
    void whatNobodyHasSeenYetIsAsGoodAsItFits() {
        assertThat(Worth.UNKNOWN.weigh(0.8)).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void whatIsUsedRisesAndWhatIsNotSinks() {
        assertThat(new Worth(10, 8).weigh(0.5)).isGreaterThan(0.5);
        assertThat(new Worth(10, 0).weigh(0.5)).isLessThan(0.5);
        assertThat(new Worth(50, 0).weigh(0.5)).isLessThan(new Worth(10, 0).weigh(0.5));
    }

    @Test
    void oneShowingChangesLittle() {
        assertThat(new Worth(1, 0).weigh(1)).isEqualTo(1, within(0.05));
        assertThat(new Worth(1, 1).weigh(1)).isEqualTo(1, within(0.1));
    }

    @Test
    void theMatterComesFirstHoweverOftenSomethingIsUsed() {
        var always = new Worth(Worth.MOST_REMEMBERED, Worth.MOST_REMEMBERED);
        var never = new Worth(Worth.MOST_REMEMBERED, 0);

        assertThat(always.weigh(1)).isLessThan(4 / 3.0);
        assertThat(never.weigh(1)).isGreaterThan(0.5);
        assertThat(always.weigh(0.3)).isLessThan(never.weigh(0.85));
    }
}
