package io.tollgate.gateway.hygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetDigitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/orders/4111111111111111",
                "/v1/products?q=4111+1111+1111+1111",
                "/v1/products?q=4111%201111%201111%201111",
                "/v1/orders/4111-1111-1111-1111/events"
            })
    void a_card_number_is_seen_wherever_it_stands(String target) {
        assertThat(TargetDigits.showCardNumber(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/orders/ord_01kqsdr2g0efqbx5q5kkj0z75h",
                "/v1/orders?placedAfter=2026-05-04T12:00:00.187Z&placedBefore=2026-05-05T12:00:00.187Z",
                "/v1/products?priceMin=411111111111&limit=100"
            })
    void other_numbers_may_stand_there(String target) {
        assertThat(TargetDigits.showCardNumber(target)).isFalse();
    }
}
