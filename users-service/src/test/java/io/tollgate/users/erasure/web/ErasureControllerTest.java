package io.tollgate.users.erasure.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.UsersTest;
import io.tollgate.users.erasure.Erasure.Receipt;
import io.tollgate.users.erasure.KeepReceipt;
import io.tollgate.users.erasure.RepeatErasures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ErasureControllerTest extends UsersTest {
    @Autowired
    KeepReceipt receipts;

    @Autowired
    RepeatErasures repeat;

    @Test
    void nothing_personal_is_left_of_who_closed_the_account() {
        Customer ann = customer("whole.erasure@example.com");
        leaveTraces(ann);

        close(ann, Customer.PASSWORD).expectStatus().isAccepted();

        assertThat(everythingKept())
                .noneMatch(row -> row.contains("whole.erasure"))
                .noneMatch(row -> row.contains("Unmistakable"))
                .noneMatch(row -> row.contains("next.erasure"))
                .noneMatch(row -> row.contains("9 Personal Road"));
        signIn(ann.email(), Customer.PASSWORD).expectStatus().isNotFound();
        signIn(ann.id(), "").expectStatus().isNotFound();
        problem(get(ann.bearer(), "/v1/users/me"), 404, "not-found");
        assertThat(count("account_audit WHERE user_id = '" + ann.id() + "' AND act = 'CLOSED'"))
                .isOne();
        get(admin(), "/admin/v1/users/" + ann.id())
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ERASED")
                .jsonPath("$.email")
                .doesNotExist();
    }

    @Test
    void the_address_of_who_left_can_be_registered_again_and_two_may_leave() {
        close(customer("come.back@example.com"), Customer.PASSWORD)
                .expectStatus()
                .isAccepted();
        close(customer("come.back@example.com"), Customer.PASSWORD)
                .expectStatus()
                .isAccepted();
    }

    @Test
    void who_does_not_know_the_password_closes_nothing() {
        Customer ann = customer("stays@example.com");

        problem(close(ann, "a wrong guess"), 422, "wrong-password");

        signIn(ann.email(), Customer.PASSWORD).expectStatus().isOk();
        problem(get(admin(), "/admin/v1/users/" + ann.id() + "/erasure"), 404, "not-found");
    }

    @Test
    void the_last_administrator_cannot_leave() {
        String root = idOf(ADMIN_EMAIL.toLowerCase());
        Customer admin = new Customer(root, ADMIN_EMAIL);

        problem(close(admin, ADMIN_PASSWORD), 409, "last-administrator");
    }

    @Test
    void an_erasure_is_told_again_until_everybody_has_answered() {
        Customer ann = customer("receipts@example.com");
        close(ann, Customer.PASSWORD).expectStatus().isAccepted();
        assertThat(told(ann)).isOne();

        answer(ann, "orders", "payments", "products");
        aDayLater(ann);
        repeat.handle().block();
        repeat.handle().block();
        assertThat(told(ann)).as("once a day").isEqualTo(2);
        get(admin(), "/admin/v1/users/" + ann.id() + "/erasure")
                .expectBody()
                .jsonPath("$.complete")
                .isEqualTo(false)
                .jsonPath("$.missing[0]")
                .isEqualTo("workers")
                .jsonPath("$.receipts.length()")
                .isEqualTo(3);

        answer(ann, "workers", "workers");
        aDayLater(ann);
        repeat.handle().block();
        assertThat(told(ann)).isEqualTo(2);
        get(admin(), "/admin/v1/users/" + ann.id() + "/erasure")
                .expectBody()
                .jsonPath("$.complete")
                .isEqualTo(true);
    }

    private void leaveTraces(Customer ann) {
        String me = "/v1/users/me";
        patch(
                        ann.bearer(),
                        me,
                        tag(ann.bearer(), me),
                        Map.of("name", "Ann Unmistakable", "email", "next.erasure@example.com"))
                .expectStatus()
                .isOk();
        http.post()
                .uri(me + "/addresses")
                .header(HttpHeaders.AUTHORIZATION, ann.bearer())
                .header("Idempotency-Key", "traces")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "name", "Ann Unmistakable",
                        "line1", "9 Personal Road",
                        "city", "Leeds",
                        "postalCode", "LS1 4DY",
                        "country", "GB"))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(everythingKept())
                .anyMatch(row -> row.contains("9 Personal Road"))
                .anyMatch(row -> row.contains("next.erasure"));
    }

    /** Every row of every table, as H2 would write it into a backup. */
    private List<String> everythingKept() {
        return database.sql("SCRIPT NOSETTINGS")
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private ResponseSpec close(Customer customer, String password) {
        return post(customer.bearer(), "/v1/users/me/closure", Map.of("password", password));
    }

    private void answer(Customer customer, String... publishers) {
        for (String publisher : publishers) {
            receipts.handle(customer.id(), new Receipt(publisher, 2, Instant.parse("2026-05-04T12:00:00Z")))
                    .block();
        }
    }

    private long told(Customer customer) {
        return count("outbox WHERE type = 'users.user-erased.v1' AND subject = '" + customer.id() + "'");
    }

    private void aDayLater(Customer customer) {
        database.sql("UPDATE erasure SET repeat_at = DATEADD(HOUR, -25, repeat_at) WHERE user_id = :user")
                .bind("user", customer.id())
                .then()
                .block();
    }
}
