package io.tandem.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingSettingsTest {

    private static final Duration THERE_FOR = Duration.ofMinutes(10);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 99})
    void agentsAreGivenSomeTickets(int limit) {
        assertThat(new RoutingSettings(limit, THERE_FOR).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 100})
    void aLimitThatNobodyCouldSetForThemselvesStopsTheStart(int limit) {
        assertThatThrownBy(() -> new RoutingSettings(limit, THERE_FOR))
                .isInstanceOf(BadSetting.class)
                .hasMessage("tandem.routing.limit has to be from 1 to 99, not " + limit);
    }
}
