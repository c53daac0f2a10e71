package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.FakeService.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChangeFeedTest extends RunningGateway {
    private static final String FEED = "/internal/v1/credential-changes";

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"last\":7,\"plansVersion\":0}",
                "{\"items\":[]}",
                "{\"items\":[{}],\"last\":7}",
                "[]",
                "no json"
            })
    void what_the_feed_says_and_nobody_can_read_is_told_in_words_and_changes_nothing(
            String page, CapturedOutput output) {
        String key = "tg_live_feed" + page.hashCode();
        String client = "cli_feed" + page.hashCode();
        USERS.client(key, client, FakeUsers.ALL, 1, 100_000, 60, 100_000);
        HttpRequest.Builder request = request("/v1/products").header("X-API-Key", key);
        assertThat(send(request).statusCode()).isEqualTo(200);

        USERS.http.answers(asked -> asked.uri().startsWith(FEED) ? Reply.json(200, page) : USERS.answer(asked));
        double before = unheard();
        await().until(() -> unheard() > before + 2);
        HttpResponse<String> meanwhile = send(request);
        USERS.revoke(key);
        USERS.changed("client", client, 2);
        USERS.http.answers(USERS::answer);

        assertThat(meanwhile.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> problem(send(request), 401, "api-key-invalid"));
        assertThat(output.getAll())
                .contains("users-service's changes are not heard")
                .doesNotContain("Unexpected error");
    }

    /** How often this gateway, and none of other tests, could not hear the feed. */
    private double unheard() {
        return meters.counter("tollgate.gateway.credential.changes.failures").count();
    }
}
