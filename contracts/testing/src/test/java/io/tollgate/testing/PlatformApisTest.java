package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of the platform themselves. */
class PlatformApisTest {
    @ParameterizedTest
    @ValueSource(strings = {"users", "products", "orders", "payments"})
    void every_document_is_sound(String service) {
        ApiContract contract = ApiContract.of(service);

        contract.assertSound();
        assertThat(contract.operations()).isNotEmpty();
    }
}
