package io.tollgate.gateway.hygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetKeysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/products?api_key=x",
                "/v1/products?apikey=x",
                "/v1/products?limit=2&API-Key=x",
                "/v1/products?X-API-Key=x",
                "/v1/products?subscription-key=x",
                "/v1/products?Ocp-Apim-Subscription-Key=x",
                "/v1/products?key=x",
                "/v1/products?limit=2;key=x",
                "/v1/products?access_token=x",
                "/v1/products?a%70i%5Fkey=x",
                "/v1/products?api_key",
                "/v1/products?q=tg_live_demo",
                "/v1/products?tg_test_demo",
                "/v1/products?q=%74g_live_demo",
                "/v1/products/tg_live_demo",
                "/v1/products/%74G_test_demo?limit=2"
            })
    void a_key_is_seen_by_its_name_or_its_form(String target) {
        assertThat(TargetKeys.areIn(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/products",
                "/v1/products?",
                "/v1/products/prd_key",
                "/v1/products?q=keyboard&limit=20",
                "/v1/products?category=monkeys&after=prd_key",
                "/v1/products?externalId=key-7"
            })
    void others_may_pass(String target) {
        assertThat(TargetKeys.areIn(target)).isFalse();
    }
}
