package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTest {

    @Test
    void linksLeadToWhereCustomersReachTandem() {
        assertThat(address("https://shop.example/help/").of("/?t=1")).isEqualTo("https://shop.example/help/?t=1");
        assertThat(address(" ").of("/")).isEqualTo("http://127.0.0.1:8080/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"help.shop.example", "https://help shop.example", "ftp://shop.example", "https://shop.example?a"
            })
    void whatIsNoAddressOfPagesStopsTheStart(String url) {
        assertThatThrownBy(() -> address(url)).isInstanceOf(BadSetting.class).hasMessageStartingWith("tandem.url ");
    }

    private static PublicAddress address(String url) {
        return new PublicAddress(url, new MockEnvironment());
    }
}
