package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.gateway.FakeService.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChangeFeedTest extends RunningGateway {
    private static final String FEED = "/internal/v1/credential-changes";

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

    @Test
    void who_cannot_be_led_on_forgets_whom_it_knew_and_follows_from_where_the_feed_is() {
        HttpRequest.Builder revoked = knownClient("gone_revoked");
        HttpRequest.Builder later = knownClient("gone_later");

        USERS.revoke("tg_live_gone_revoked");
        USERS.forgetChanges();
        await().untilAsserted(() -> problem(send(revoked), 401, "api-key-invalid"));
        assertThat(send(later).statusCode()).isEqualTo(200);
        USERS.revoke("tg_live_gone_later");
        USERS.changed("client", "cli_gone_later", 2);

        await().untilAsserted(() -> problem(send(later), 401, "api-key-invalid"));
    }

    @Test
    void plans_are_read_again_too() {
        USERS.plan("gone", "\"limits\":[],\"scopes\":[\"catalog:read\"]");
        USERS.clientOf("gone", "tg_live_gone_plan", "cli_gone_plan");
        HttpRequest.Builder request = request("/v1/products").header("X-API-Key", "tg_live_gone_plan");
        assertThat(send(request).statusCode()).isEqualTo(200);

        USERS.planOfAnotherFeed("gone", "\"limits\":[],\"scopes\":[\"orders:read\"]");
        USERS.forgetChanges();

        await().untilAsserted(() -> problem(send(request), 403, "missing-scope"));
    }

    private HttpRequest.Builder knownClient(String name) {
        USERS.client("tg_live_" + name, "cli_" + name, FakeUsers.ALL, 1, 100_000, 60, 100_000);
        HttpRequest.Builder request = request("/v1/products").header("X-API-Key", "tg_live_" + name);
        assertThat(send(request).statusCode()).isEqualTo(200);
        return request;
    }

    /** How often this gateway, and none of other tests, could not hear the feed. */
    private double unheard() {
        return meters.counter("tollgate.gateway.credential.changes.failures").count();
    }
}
