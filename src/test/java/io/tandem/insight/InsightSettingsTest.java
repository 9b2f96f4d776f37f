package io.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 28})
    void monthsAreDrawnUpOnADayOfTheNextOne(int day) {
        assertThat(new InsightSettings(ZoneOffset.UTC, day).drawnUpOn()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 29, 40})
    void aDayThatNotEachMonthHasStopsTheStart(int day) {
        assertThatThrownBy(() -> new InsightSettings(ZoneOffset.UTC, day))
                .isInstanceOf(BadSetting.class)
                .hasMessage("tandem.insight.drawn-up-on has to be a day from 1 to 28, not " + day);
    }
}
