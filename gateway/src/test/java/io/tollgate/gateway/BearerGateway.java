package io.tollgate.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway that trusts an issuer of tokens. */
abstract class BearerGateway extends RunningGateway {
    static final FakeIssuer ISSUER = new FakeIssuer();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("TOLLGATE_JWT_ISSUER", ISSUER.http::url);
        properties.add("TOLLGATE_JWT_AUDIENCE", () -> FakeIssuer.AUDIENCE);
        properties.add("tollgate.gateway.jwt.keys-pause", () -> "100ms");
    }

    @BeforeEach
    void cleanIssuer() {
        ISSUER.reset();
    }

    HttpRequest.Builder bearing(String token) {
        return withKey("/v1/orders").header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> ask(String token) {
        return send(bearing(token));
    }

    static void refused(HttpResponse<String> answer) {
        problem(answer, 401, "bearer-token-invalid");
        org.assertj.core.api.Assertions.assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"tollgate\", error=\"invalid_token\"");
    }
}
