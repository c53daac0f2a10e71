package io.tollgate.products;

import io.tollgate.testing.ApiContract;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    @Test
    void the_document_is_sound() {
        ApiContract.of("products").assertSound();
    }
}
