package io.tollgate.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Money PRICE = Money.of(1234, "EUR");
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void amounts_of_one_currency_add_up() {
        assertThat(PRICE.plus(PRICE).times(3)).isEqualTo(Money.of(7404, "EUR"));
        assertThat(PRICE.minus(PRICE)).isEqualTo(Money.zero(PRICE.currency()));
    }

    @Test
    void amounts_of_two_currencies_do_not_meet() {
        assertThatExceptionOfType(CurrencyMismatch.class).isThrownBy(() -> PRICE.plus(Money.of(1, "USD")));
    }

    @Test
    void an_overflow_is_never_a_wrong_amount() {
        Money most = Money.of(Long.MAX_VALUE, "EUR");

        assertThatThrownBy(() -> most.plus(PRICE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void nothing_and_less_are_not_positive() {
        assertThat(Money.positive(PRICE)).isEqualTo(PRICE);
        assertThatThrownBy(() -> Money.positive(Money.of(0, "EUR"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.positive(Money.of(-1, "EUR"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_json_is_amount_and_currency() throws Exception {
        assertThat(json.writeValueAsString(PRICE)).isEqualTo("{\"amount\":1234,\"currency\":\"EUR\"}");
        assertThat(json.readValue("{\"currency\":\"EUR\",\"amount\":1234}", Money.class))
                .isEqualTo(PRICE);
    }

    @Test
    void json_without_amount_or_with_an_unknown_currency_is_not_money() {
        assertThatThrownBy(() -> json.readValue("{\"currency\":\"EUR\"}", Money.class))
                .isInstanceOf(JsonMappingException.class);
        assertThatThrownBy(() -> json.readValue("{\"amount\":1,\"currency\":\"EURO\"}", Money.class))
                .isInstanceOf(JsonMappingException.class);
    }
}
