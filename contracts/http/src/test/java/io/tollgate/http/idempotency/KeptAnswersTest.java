package io.tollgate.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long an answer is kept, and whose is kept no longer. */
class KeptAnswersTest extends CopiesTest {
    @Autowired
    IdempotencyRecords records;

    @Autowired
    AnswersOfUsers stored;

    @Test
    void what_a_user_was_answered_is_forgotten_when_the_user_is() {
        post(ANN, "/v1/copies", "basil").expectStatus().isCreated();
        post(CALLERS.bearer("cli_books", "usr_bob"), "/v1/copies", "basil")
                .expectStatus()
                .isCreated();

        assertThat(stored.eraseUser("usr_ann").block()).isEqualTo(1);

        assertThat(answersOf("usr_ann")).isZero();
        assertThat(answersOf("usr_bob")).isEqualTo(1);
        assertThat(stored.eraseUser("usr_ann").block()).isZero();
    }

    @Test
    void what_a_user_was_answered_after_that_is_forgotten_with_the_next_purge() {
        post(CALLERS.bearer("cli_books", "usr_bob"), "/v1/copies", "basil")
                .expectStatus()
                .isCreated();
        stored.eraseUser("usr_ann").block();
        post(ANN, "/v1/copies", "basil").expectStatus().isCreated();

        stored.sweep().block();

        assertThat(answersOf("usr_ann")).isZero();
        assertThat(answersOf("usr_bob")).isEqualTo(1);
    }

    @Test
    void a_claim_of_the_release_before_this_one_is_respected_until_its_lease_ends() {
        post(ANN, "/v1/copies", "heir").expectStatus().isCreated();
        execute("UPDATE idempotency_record SET claim_token = 'theirs', answer_status = NULL, answer_headers = NULL,"
                + " answer_body = NULL, lease_until = DATEADD(MINUTE, 1, lease_until)");

        problem(post(ANN, "/v1/copies", "heir"), 409, "request-in-flight");

        execute("UPDATE idempotency_record SET lease_until = DATEADD(MINUTE, -2, lease_until)");
        post(ANN, "/v1/copies", "heir").expectStatus().isCreated();
        assertThat(controller.calls).hasValue(2);
        assertThat(count("SELECT COUNT(*) FROM idempotency_record WHERE claim_token = 'theirs'"))
                .as("who may still be at it cannot end it any more")
                .isZero();
    }

    @Test
    void old_records_are_deleted_and_their_keys_are_new_again() {
        post(ANN, "/v1/copies", "moth").expectStatus().isCreated();
        execute("UPDATE idempotency_record SET expires_at = DATEADD(DAY, -30, expires_at)");

        post(ANN, "/v1/copies", "moth").expectStatus().isCreated();
        assertThat(rows("moth")).isEqualTo(2);
        execute("UPDATE idempotency_record SET expires_at = DATEADD(DAY, -30, expires_at)");
        assertThat(records.purge().block()).isPositive();
        assertThat(records.purge().block()).isZero();
    }

    private long answersOf(String user) {
        return count(
                "SELECT COUNT(*) FROM idempotency_record WHERE answer_status IS NOT NULL AND user_id = '" + user + "'");
    }
}
