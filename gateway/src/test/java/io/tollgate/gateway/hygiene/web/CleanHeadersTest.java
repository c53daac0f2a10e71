package io.tollgate.gateway.hygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanHeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"X-API-Key", "Ocp-Apim-Subscription-Key", "Authorization"})
    void a_credential_does_not_disappear_by_being_named_in_connection(String header) {
        HttpHeaders headers = new DefaultHttpHeaders();
        headers.set(header, "a credential");
        headers.set("Connection", "close, " + header);

        CleanHeaders.clean(headers, false);

        assertThat(headers.get(header)).isEqualTo("a credential");
    }
}
