package io.tollgate.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.http.Idempotency;
import io.tollgate.http.idempotency.CopyController.CopyRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Where a key is required the work is begun before anybody looks for an earlier answer, and nobody can tell. */
class RequiredKeyTest extends CopiesTest {
    @BeforeEach
    void noCopies() {
        execute("DELETE FROM copy");
    }

    @Test
    void a_repetition_is_answered_byte_for_byte_and_leaves_nothing() {
        var first = post("tea", 201);
        var second = post("tea", 201);

        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(first.getResponseHeaders()).doesNotContainKey(Idempotency.REPLAYED);
        assertThat(second.getResponseHeaders().getFirst(Idempotency.REPLAYED)).isEqualTo("true");
        assertThat(second.getResponseHeaders().getFirst(HttpHeaders.LOCATION))
                .isEqualTo(first.getResponseHeaders().getFirst(HttpHeaders.LOCATION));
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void a_key_used_with_another_body_is_refused_and_leaves_nothing() {
        post("milk", 201);

        assertThat(problem(post("cream", 422))).contains("idempotency-key-reused");
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_kept_and_repeated() {
        var first = post("no paper", 409);
        var second = post("no paper", 409);

        assertThat(problem(first)).contains("no-paper");
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(second.getResponseHeaders().getFirst(Idempotency.REPLAYED)).isEqualTo("true");
        assertThat(copies()).isZero();
    }

    @Test
    void what_was_done_is_not_hidden_by_an_accident_of_its_repetition() {
        var first = post("once then jam", 201);
        var second = post("once then jam", 201);

        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void an_accident_is_not_kept_so_that_a_repetition_tries_again() {
        assertThat(problem(post("jam", 500))).contains("internal-error");
        assertThat(problem(post("jam", 500))).contains("internal-error");

        assertThat(controller.calls).hasValue(2);
        assertThat(copies()).isZero();
    }

    @Test
    void what_lost_a_row_runs_again() {
        post("contended", 201);

        assertThat(controller.calls).hasValue(3);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void an_answer_too_old_to_be_repeated_makes_room_for_the_next() {
        post("moth", 201);
        execute("UPDATE idempotency_record SET expires_at = DATEADD(DAY, -30, expires_at)");

        post("moth", 201);
        assertThat(copies()).isEqualTo(2);
    }

    private EntityExchangeResult<byte[]> post(String note, int status) {
        return as(ANN).post()
                .uri("/v1/strict-copies")
                .header(Idempotency.HEADER, key)
                .bodyValue(new CopyRequest(note))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    private static String problem(EntityExchangeResult<byte[]> result) {
        return new String(result.getResponseBody());
    }

    private long copies() {
        return database.sql("SELECT COUNT(*) FROM copy")
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
