package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KeyInTargetTest extends RunningGateway {
    private static final String SECRET = "tg_live_0123456789abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @ValueSource(strings = {"?api_key=", "?apikey=", "?subscription-key=", "?key=", "?access_token=", "?q=", "/"})
    void a_key_in_the_target_is_refused_even_beside_a_good_one_in_the_header(String before, CapturedOutput output) {
        HttpResponse<String> answer = send(withKey("/v1/products" + before + SECRET));

        problem(answer, 400, "api-key-in-query");
        assertThat(answer.body()).doesNotContain(SECRET);
        assertThat(PRODUCTS.arrived()).isEmpty();
        assertThat(USERS.keysAsked()).isZero();
        assertThat(output).doesNotContain(SECRET);
        assertThat(spans.all().toString()).doesNotContain(SECRET);
    }

    @Test
    void an_operation_may_be_asked_for_what_only_sounds_like_a_key() {
        assertThat(send(withKey("/v1/products?q=keyboard")).statusCode()).isEqualTo(200);
    }
}
