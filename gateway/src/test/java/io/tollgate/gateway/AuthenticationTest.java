package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticationTest extends RunningGateway {
    @Test
    void without_a_key_nothing_is_answered() {
        HttpResponse<String> answer = send(request("/v1/products"));

        problem(answer, 401, "api-key-required");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("ApiKey "));
        assertThat(PRODUCTS.arrived()).isEmpty();
    }

    @Test
    void with_a_wrong_key_nothing_is_answered_and_the_directory_is_asked_once() {
        for (int i = 0; i < 3; i++) {
            problem(send(request("/v1/products").header("X-API-Key", "tg_live_wrong")), 401, "api-key-invalid");
        }

        assertThat(PRODUCTS.arrived()).isEmpty();
        assertThat(USERS.keysAsked()).isOne();
    }

    @Test
    void a_key_may_come_as_azure_clients_send_it() {
        HttpResponse<String> answer = send(request("/v1/products").header("Ocp-Apim-Subscription-Key", FakeUsers.KEY));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    static Stream<HttpRequest.Builder> severalKeys() {
        return Stream.of(
                HttpRequest.newBuilder().header("X-API-Key", FakeUsers.KEY).header("X-API-Key", FakeUsers.READER_KEY),
                HttpRequest.newBuilder().header("X-API-Key", FakeUsers.KEY).header("X-API-Key", FakeUsers.KEY),
                HttpRequest.newBuilder()
                        .header("X-API-Key", FakeUsers.KEY)
                        .header("Ocp-Apim-Subscription-Key", FakeUsers.READER_KEY));
    }

    @ParameterizedTest
    @MethodSource("severalKeys")
    void several_keys_are_refused_whatever_they_are(HttpRequest.Builder several) {
        problem(send(several.uri(request("/v1/products").build().uri())), 400, "api-key-ambiguous");
    }

    @Test
    void without_a_user_no_order_is_shown() {
        HttpResponse<String> answer = send(withKey("/v1/orders"));

        problem(answer, 401, "user-required");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"tollgate\", charset=\"UTF-8\"");
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
        HttpResponse<String> wrong = send(withKey("/v1/orders").header("Authorization", basic(FakeUsers.EMAIL, "no")));
        HttpResponse<String> unknown =
                send(withKey("/v1/orders").header("Authorization", basic("nobody@x.example", "no")));

        problem(wrong, 401, "credentials-invalid");
        problem(unknown, 401, "credentials-invalid");
        assertThat(withoutIds(wrong)).isEqualTo(withoutIds(unknown));
        assertThat(wrong.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"tollgate\", charset=\"UTF-8\"")
                .isEqualTo(unknown.headers().firstValue("WWW-Authenticate"));
        assertThat(USERS.passwordsAsked()).isEqualTo(2);
    }

    static Stream<String> notBasic() {
        return Stream.of("Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic /////w==", "Bearer abc", "Basic Og==");
    }

    @ParameterizedTest
    @MethodSource("notBasic")
    void what_is_not_basic_proves_nothing_and_bothers_nobody(String authorization) {
        problem(send(withKey("/v1/products").header("Authorization", authorization)), 401, "credentials-invalid");

        assertThat(USERS.passwordsAsked()).isZero();
    }

    @Test
    void two_authorizations_are_refused_even_when_they_are_the_same() {
        String right = basic(FakeUsers.EMAIL, FakeUsers.PASSWORD);

        problem(
                send(withKey("/v1/orders").header("Authorization", right).header("Authorization", right)),
                400,
                "credentials-ambiguous");
        assertThat(USERS.passwordsAsked()).isZero();
    }

    @Test
    void the_scheme_is_read_without_regard_to_case() {
        String header = basic(FakeUsers.EMAIL, FakeUsers.PASSWORD).replace("Basic", "bAsIc");

        assertThat(send(withKey("/v1/orders").header("Authorization", header)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_client_without_the_scope_may_not_publish() {
        HttpResponse<String> answer = send(post(
                request("/v1/products")
                        .header("X-API-Key", FakeUsers.READER_KEY)
                        .header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD)),
                "{}"));

        assertThat(problem(answer, 403, "missing-scope").at("/scope").asText()).isEqualTo("catalog:write");
        assertThat(PRODUCTS.arrived()).isEmpty();
    }

    private static String withoutIds(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"(requestId|traceId)\":\"[^\"]*\"", "");
    }
}
