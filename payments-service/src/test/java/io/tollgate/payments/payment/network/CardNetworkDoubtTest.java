package io.tollgate.payments.payment.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

/** What is no answer, and what nobody may read in it. */
class CardNetworkDoubtTest extends NetworkTest {
    @Test
    void errors_hang_ups_and_cut_bodies_leave_it_in_doubt() {
        NETWORK.answers(503, "{}").answers(500, "{}");
        assertInDoubt(network.take(authorize()), "answered 500");
        NETWORK.hangsUp().hangsUp();
        assertInDoubt(network.take(authorize()), "cannot be heard");
        NETWORK.cutsShort(201, "{\"id\":\"auth_1\",").cutsShort(201, "{\"id\":\"auth_1\",");
        assertInDoubt(network.take(authorize()), "cannot be heard");
        assertThat(NETWORK.requests()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201|{\"id\":",
                "201|{\"id\":\"auth_1\",\"status\":\"pending\"}",
                "201|{\"status\":\"authorized\"}",
                "201|''",
                "402|{}",
                "402|<html>",
                "400|{\"code\":\"malformed_request\"}",
                "401|{\"code\":\"api_key_required\"}",
                "404|{\"code\":\"unknown_authorization\"}",
                "422|{\"code\":\"idempotency_key_reused\"}",
                "302|{}"
            })
    void anything_that_is_not_clear_leaves_it_in_doubt(int status, String body) {
        NETWORK.answers(status, body);

        assertInDoubt(network.take(authorize()), "the card network");
        assertThat(NETWORK.requests()).hasSize(1);
    }

    @Test
    void a_404_that_is_not_the_networks_own_word_is_not_taken_for_it() {
        NETWORK.answers(404, "<html>no such page</html>").answers(404, "{\"code\":\"no_such_operation\"}");

        assertInDoubt(network.ask(authorize()), "the card network");
        assertInDoubt(network.ask(authorize()), "without saying that the key is unknown");
    }

    @Test
    void no_failure_and_no_setting_tells_a_secret() {
        NETWORK.answers(402, "{\"code\": tok_visa }");

        network.take(authorize()).as(StepVerifier::create).verifyErrorSatisfies(failure -> assertThat(
                        failure.getMessage())
                .doesNotContain("tok_visa")
                .doesNotContain("secret"));
        assertThat(authorize().toString()).doesNotContain("tok_visa");
        assertThat(AuthorizationRequest.of(authorize()).toString()).doesNotContain("tok_visa");
        assertThat(new CardNetworkProperties("http://network", "secret", Duration.ofSeconds(90), 20, 10).toString())
                .doesNotContain("secret");
    }

    @Test
    void an_action_without_an_address_leaves_it_in_doubt() {
        NETWORK.answers(202, "{\"id\":\"auth_1\",\"status\":\"action_required\"}")
                .answers(
                        202,
                        "{\"id\":\"auth_1\",\"status\":\"action_required\",\"actionUrl\":\"javascript:alert(1)\"}");

        assertInDoubt(network.take(authorize()), "without saying which");
        assertInDoubt(network.take(authorize()), "without saying which");
    }
}
