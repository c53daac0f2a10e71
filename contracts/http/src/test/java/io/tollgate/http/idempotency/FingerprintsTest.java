package io.tollgate.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.http.Caller;
import io.tollgate.http.HttpJson;
import io.tollgate.values.InvalidVariable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class FingerprintsTest {
    private static final String SECRET = "a secret of the tests, thirty-two characters";
    private static final Caller ANN = new Caller("cli_books", Optional.of("usr_ann"), Set.of(), Set.of());

    @Test
    void equal_requests_have_equal_fingerprints_and_others_have_not() {
        String tea = of(SECRET, "/v1/copies", Map.of("note", "tea"));

        assertThat(of(SECRET, "/v1/copies", Map.of("note", "tea"))).isEqualTo(tea);
        assertThat(of(SECRET, "/v1/copies", Map.of("note", "Tea"))).isNotEqualTo(tea);
        assertThat(of(SECRET, "/v1/copies?dry=1", Map.of("note", "tea"))).isNotEqualTo(tea);
        assertThat(of(SECRET.toUpperCase(), "/v1/copies", Map.of("note", "tea")))
                .isNotEqualTo(tea);
    }

    @Test
    void a_missing_or_short_secret_stops_the_start_and_is_not_repeated() {
        assertThatThrownBy(() -> new Fingerprints("", new HttpJson()))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("TOLLGATE_IDEMPOTENCY_SECRET is not set.");
        assertThatThrownBy(() -> new Fingerprints("short", new HttpJson()))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("TOLLGATE_IDEMPOTENCY_SECRET is shorter than 32 characters.");
    }

    private static String of(String secret, String uri, Object body) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post(uri));
        return new Fingerprints(secret, new HttpJson())
                .of(exchange, ANN, "key-1", body)
                .fingerprint();
    }
}
