package io.tollgate.users.password.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class PasswordControllerTest extends UsersTest {
    private static final String ANOTHER = "another horse battery";

    @Test
    void a_changed_password_signs_in_and_gateways_hear_of_it() {
        Customer ann = customer("change@example.com");
        long before = count("credential_change WHERE subject_id = '" + ann.id() + "'");

        change(ann, Customer.PASSWORD, ANOTHER).expectStatus().isNoContent();

        signIn(ann.email(), ANOTHER).expectStatus().isOk();
        signIn(ann.email(), Customer.PASSWORD).expectStatus().isNotFound();
        assertThat(count("credential_change WHERE subject_id = '" + ann.id() + "'"))
                .isEqualTo(before + 1);
        assertThat(count("outbox WHERE type = 'users.user-changed.v1' AND subject = '" + ann.id() + "'"))
                .isOne();
        assertThat(count("account_audit WHERE act = 'PASSWORD_CHANGED' AND actor_id = '" + ann.id() + "'"))
                .isOne();
    }

    @Test
    void who_does_not_know_the_present_password_changes_nothing() {
        Customer ann = customer("guess@example.com");

        problem(change(ann, "a wrong guess", ANOTHER), 422, "wrong-password");

        signIn(ann.email(), Customer.PASSWORD).expectStatus().isOk();
    }

    @Test
    void a_mailed_token_sets_a_password_once_and_no_other_token_does() {
        Customer ann = customer("reset@example.com");
        forgot(ann.email());
        String first = mails.lastToken(ann.email());
        forgot(ann.email());
        String second = mails.lastToken(ann.email());

        long before = hashes();
        problem(reset(first, ANOTHER), 422, "token-invalid");
        assertThat(hashes()).as("a guess is not worth a hash").isEqualTo(before);
        reset(second, ANOTHER).expectStatus().isNoContent();
        problem(reset(second, "a third horse battery"), 422, "token-invalid");
        signIn(ann.email(), ANOTHER).expectStatus().isOk();
        signIn(ann.email(), Customer.PASSWORD).expectStatus().isNotFound();
    }

    @Test
    void a_password_that_was_changed_leaves_no_mail_that_can_change_it() {
        Customer ann = customer("both@example.com");
        forgot(ann.email());
        change(ann, Customer.PASSWORD, ANOTHER).expectStatus().isNoContent();

        problem(reset(mails.lastToken(ann.email()), "a third horse battery"), 422, "token-invalid");
    }

    @Test
    void a_password_that_was_set_leaves_no_address_that_an_intruder_wanted() {
        Customer ann = customer("robbed@example.com");
        String me = "/v1/users/me";
        patch(ann.bearer(), me, tag(ann.bearer(), me), Map.of("email", "intruder@example.com"))
                .expectStatus()
                .isOk();
        forgot(ann.email());
        reset(mails.lastToken(ann.email()), ANOTHER).expectStatus().isNoContent();

        get(ann.bearer(), me).expectBody().jsonPath("$.pendingEmail").doesNotExist();
        problem(verify(mails.lastToken("intruder@example.com")), 422, "token-invalid");
    }

    @Test
    void nobody_is_told_whether_an_address_is_known() {
        Customer ann = customer("asked@example.com");
        byte[] known = forgot(ann.email()).expectBody().returnResult().getResponseBody();
        byte[] unknown =
                forgot("nobody@example.com").expectBody().returnResult().getResponseBody();

        assertThat(known).isEqualTo(unknown);
        assertThat(mails.templatesTo(ann.email())).containsExactly("verify-email", "reset-password");
        assertThat(mails.to("nobody@example.com")).isEmpty();
    }

    @Test
    void a_reset_proves_the_address_of_who_never_did() {
        register("forgetful@example.com", Customer.PASSWORD);
        forgot("forgetful@example.com");

        reset(mails.lastToken("forgetful@example.com"), ANOTHER).expectStatus().isNoContent();

        signIn("forgetful@example.com", ANOTHER).expectStatus().isOk();
    }

    @Test
    void a_token_for_one_thing_is_no_token_for_another() {
        register("mixed@example.com", Customer.PASSWORD);
        String proof = mails.lastToken("mixed@example.com");

        problem(reset(proof, ANOTHER), 422, "token-invalid");
        verify(proof).expectStatus().isOk();
    }

    @Test
    void its_problems_are_documented() {
        ProblemRows.assertDocumented(
                PasswordProblems.WRONG_PASSWORD.name(),
                PasswordProblems.WRONG_PASSWORD.status(),
                PasswordProblems.WRONG_PASSWORD.title());
    }

    private ResponseSpec change(Customer customer, String current, String another) {
        return post(
                customer.bearer(), "/v1/users/me/password", Map.of("currentPassword", current, "newPassword", another));
    }

    private ResponseSpec forgot(String email) {
        ResponseSpec answer = post(shop(), "/v1/users/password-resets", Map.of("email", email));
        answer.expectStatus().isAccepted();
        return answer;
    }

    private ResponseSpec reset(String token, String password) {
        return post(shop(), "/v1/users/password-resets/confirmations", Map.of("token", token, "newPassword", password));
    }
}
