package io.tollgate.payments.payment.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.values.InvalidVariable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNetworkPropertiesTest {
    @ParameterizedTest
    @CsvSource({
        "'',                  k3y, TOLLGATE_CARD_NETWORK_URL is not set.",
        "https://network,     '',  TOLLGATE_CARD_NETWORK_KEY is not set.",
        "network.example,     k3y, TOLLGATE_CARD_NETWORK_URL is not an http or https address.",
        "ftp://network,       k3y, TOLLGATE_CARD_NETWORK_URL is not an http or https address.",
        "http://net work,     k3y, TOLLGATE_CARD_NETWORK_URL is not an address."
    })
    void what_is_missing_or_wrong_is_named(String url, String key, String sentence) {
        assertThatThrownBy(() -> new CardNetworkProperties(url, key, Duration.ofSeconds(90), 20, 10))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage(sentence);
    }

    @Test
    void the_key_is_not_shown() {
        assertThat(new CardNetworkProperties("https://network", "k3y", Duration.ofSeconds(90), 20, 10).toString())
                .doesNotContain("k3y");
    }
}
