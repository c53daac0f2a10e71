package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.values.Ids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FixedWorldTest {
    @Test
    void identifiers_are_valid_foretold_and_sorted() {
        Ids ids = new SequentialIds();
        String first = ids.next("ord");

        assertThat(first).isEqualTo(new SequentialIds().next("ord")).isLessThan(ids.next("ord"));
        assertThat(Ids.isValid("ord", first)).isTrue();
        assertThat(ids.uuid().version()).isEqualTo(7);
    }

    @Test
    void a_clock_moves_only_by_hand() {
        MutableClock clock = MutableClock.atNoon();

        clock.advance(Duration.ofMinutes(2));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-05-04T12:02:00Z"));
    }
}
