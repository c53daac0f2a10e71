package io.tollgate.workers.erasure.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.StoreTest;
import io.tollgate.workers.Tables;
import io.tollgate.workers.erasure.ErasedUsers;
import io.tollgate.workers.erasure.Erasure;
import io.tollgate.workers.erasure.Erasures;
import io.tollgate.workers.erasure.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcErasuresTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final UserId USER = new UserId("usr_1");

    private final Erasures erasures;
    private final ErasedUsers erased;
    private final DatabaseClient database;

    R2dbcErasuresTest(@Autowired Erasures erasures, @Autowired ErasedUsers erased, @Autowired DatabaseClient database) {
        this.erasures = erasures;
        this.erased = erased;
        this.database = database;
    }

    @BeforeEach
    void somebody_was_erased() {
        Tables.empty(database);
        open(2);
    }

    @Test
    void whoever_was_erased_is_known_for_ever_and_nobody_else() {
        complete(claim(NOON), true);

        assertThat(erased.has("usr_1").block()).isTrue();
        assertThat(erased.has("usr_2").block()).isFalse();
    }

    @Test
    void a_search_is_one_at_a_time_and_taken_over_when_its_lease_is_over() {
        assertThat(claim(NOON.minusSeconds(1))).isNull();
        Erasure first = claim(NOON);
        assertThat(claim(NOON.plusSeconds(59))).isNull();
        assertThat(due(NOON.plusSeconds(59))).isEmpty();

        Erasure second = claim(NOON.plusSeconds(60));

        complete(first, false);
        complete(second, true);
        complete(second, false);
        assertThat(due(NOON.plusSeconds(600))).isEmpty();
    }

    @Test
    void what_was_not_in_a_receipt_is_in_the_next() {
        erasures.count(claim(NOON), 3).as(StepVerifier::create).verifyComplete();

        Erasure next = claim(NOON.plusSeconds(60));

        assertThat(next.items()).isEqualTo(5);
        assertThat(next.version()).isEqualTo(7);
    }

    @Test
    void who_is_erased_once_more_is_searched_once_more() {
        complete(claim(NOON), true);
        open(1);

        assertThat(due(NOON)).containsExactly(USER);
        assertThat(claim(NOON).items()).isEqualTo(1);
    }

    @Test
    void a_search_that_began_before_another_erasure_does_not_end_it() {
        Erasure before = claim(NOON);
        open(1);

        complete(before, false);
    }

    private void open(long items) {
        erasures.open(USER, 7, items, NOON).as(StepVerifier::create).verifyComplete();
    }

    private Erasure claim(Instant now) {
        return erasures.claim(USER, now, now.plusSeconds(60)).block();
    }

    private List<UserId> due(Instant now) {
        return erasures.due(now, 10).collectList().block();
    }

    private void complete(Erasure erasure, boolean mine) {
        erasures.complete(erasure, NOON)
                .as(StepVerifier::create)
                .expectNext(mine)
                .verifyComplete();
    }
}
