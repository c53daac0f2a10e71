package io.tollgate.users;

import io.tollgate.testing.ApiContract;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void the_api_document_is_sound() {
        ApiContract.of("users").assertSound();
    }
}
