package io.tollgate.users.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.UsersTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

class ProfileControllerTest extends UsersTest {
    private static final String ME = "/v1/users/me";

    @Test
    void a_user_reads_and_renames_the_own_account() {
        Customer ann = customer("me@example.com");
        String seen = tag(ann.bearer(), ME);

        patch(ann.bearer(), ME, seen, Map.of("name", "Ann Sample"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Ann Sample")
                .jsonPath("$.email")
                .isEqualTo("me@example.com");

        assertThat(tag(ann.bearer(), ME)).isNotEqualTo(seen);
        problem(patch(ann.bearer(), ME, seen, Map.of("name", "Late")), 412, "precondition-failed");
    }

    @Test
    void a_change_without_having_read_is_refused_and_one_of_nothing_changes_nothing() {
        Customer ann = customer("unread@example.com");
        problem(
                http.patch()
                        .uri(ME)
                        .header(HttpHeaders.AUTHORIZATION, ann.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("name", "Ann"))
                        .exchange(),
                428,
                "precondition-required");
        String seen = tag(ann.bearer(), ME);

        patch(ann.bearer(), ME, seen, Map.of()).expectStatus().isOk();
        assertThat(tag(ann.bearer(), ME)).isEqualTo(seen);
    }

    @Test
    void what_cannot_be_changed_or_is_wrong_is_told_with_its_pointer() {
        Customer ann = customer("pointer@example.com");
        String seen = tag(ann.bearer(), ME);

        problem(patch(ann.bearer(), ME, seen, Map.of("roles", List.of("admin"))), 400, "unknown-property")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/roles");
        problem(patch(ann.bearer(), ME, seen, "{\"name\":null,\"email\":\"x\"}"), 400, "validation-failed")
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    @Test
    void of_two_changes_at_once_one_is_told_that_it_is_late() {
        Customer ann = customer("racing@example.com");
        String seen = tag(ann.bearer(), ME);
        WebClient client = WebClient.builder()
                .baseUrl(address())
                .defaultHeader(HttpHeaders.AUTHORIZATION, ann.bearer())
                .defaultHeader(HttpHeaders.IF_MATCH, seen)
                .build();

        List<Integer> answers = Flux.range(0, 2)
                .flatMap(i -> client.patch()
                        .uri(ME)
                        .bodyValue(Map.of("name", "Ann " + i))
                        .exchangeToMono(answer -> answer.toBodilessEntity()))
                .map(answer -> answer.getStatusCode().value())
                .collectList()
                .block();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void a_new_address_counts_once_it_is_proven() {
        Customer ann = customer("old@example.com");

        patch(ann.bearer(), ME, tag(ann.bearer(), ME), Map.of("email", "NEW.home@example.com"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.email")
                .isEqualTo("old@example.com")
                .jsonPath("$.pendingEmail")
                .isEqualTo("new.home@example.com");
        signIn("new.home@example.com", Customer.PASSWORD).expectStatus().isNotFound();

        verify(mails.lastToken("new.home@example.com")).expectStatus().isOk();
        signIn("new.home@example.com", Customer.PASSWORD).expectStatus().isOk();
        signIn("old@example.com", Customer.PASSWORD).expectStatus().isNotFound();
    }

    @Test
    void an_address_of_another_is_not_told_from_a_free_one_and_never_becomes_this_users() {
        customer("owner@example.com");
        Customer eve = customer("eve@example.com");

        patch(eve.bearer(), ME, tag(eve.bearer(), ME), Map.of("email", "owner@example.com"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.pendingEmail")
                .isEqualTo("owner@example.com");

        assertThat(mails.templatesTo("owner@example.com")).containsExactly("verify-email", "email-in-use");
    }

    @Test
    void a_token_proves_the_address_it_was_mailed_to_and_no_other() {
        Customer eve = customer("eve.home@example.com");
        patch(eve.bearer(), ME, tag(eve.bearer(), ME), Map.of("email", "eve.own@example.com"))
                .expectStatus()
                .isOk();
        String own = mails.lastToken("eve.own@example.com");
        for (int i = 0; i < 5; i++) {
            // so that nothing more is mailed there this hour
            post(shop(), "/v1/users/password-resets", Map.of("email", "victim@example.com"));
        }

        patch(eve.bearer(), ME, tag(eve.bearer(), ME), Map.of("email", "victim@example.com"))
                .expectStatus()
                .isOk();

        assertThat(mails.to("victim@example.com")).isEmpty();
        problem(verify(own), 422, "token-invalid");
        signIn("victim@example.com", Customer.PASSWORD).expectStatus().isNotFound();
    }

    @Test
    void who_has_a_new_address_is_not_reset_by_a_mail_to_the_old_one() {
        Customer ann = customer("lost@example.com");
        post(shop(), "/v1/users/password-resets", Map.of("email", ann.email()));
        String toTheOldOne = mails.lastToken(ann.email());
        patch(ann.bearer(), ME, tag(ann.bearer(), ME), Map.of("email", "found@example.com"))
                .expectStatus()
                .isOk();
        verify(mails.lastToken("found@example.com")).expectStatus().isOk();

        problem(
                post(
                        shop(),
                        "/v1/users/password-resets/confirmations",
                        Map.of("token", toTheOldOne, "newPassword", "another horse battery")),
                422,
                "token-invalid");
    }

    @Test
    void preferences_are_read_and_changed() {
        Customer ann = customer("prefers@example.com");
        String uri = ME + "/preferences";

        patch(ann.bearer(), uri, tag(ann.bearer(), uri), Map.of("orderMails", false, "locale", "de-CH"))
                .expectStatus()
                .isOk();

        get(ann.bearer(), uri).expectBody().json("{\"locale\":\"de-CH\",\"orderMails\":false}");
        problem(
                patch(ann.bearer(), uri, tag(ann.bearer(), uri), Map.of("locale", "klingon!")),
                400,
                "validation-failed");
    }

    @Test
    void headers_that_the_gateway_lets_pass_are_not_too_large_here() {
        Customer ann = customer("headers@example.com");

        http.get()
                .uri(ME)
                .header(HttpHeaders.AUTHORIZATION, ann.bearer())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "a".repeat(16 * 1024))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void a_user_who_is_gone_is_not_found() {
        problem(get(CALLERS.bearer("cli_shop", "usr_gone", "users:read"), ME), 404, "not-found");
        problem(get(shop(), ME), 401, "user-required");
    }
}
