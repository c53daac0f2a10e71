package io.tollgate.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Waiting<String> waiting = new Waiting<>("refusals", 3);

    @Test
    void the_oldest_is_taken_first_and_only_once() {
        List.of("a", "b", "c").forEach(waiting::add);

        assertThat(waiting.take(2)).isEqualTo(List.of("a", "b"));
        assertThat(waiting.take(2)).isEqualTo(List.of("c"));
        assertThat(waiting.take(2)).isEmpty();
        assertThat(waiting.waiting()).isZero();
    }

    @Test
    void what_has_no_room_is_dropped_and_counted_and_there_is_room_again_for_what_was_taken() {
        List.of("a", "b", "c", "d").forEach(waiting::add);
        assertThat(waiting.dropped()).isEqualTo(1);

        waiting.take(1);
        waiting.add("e");

        assertThat(waiting.take(10)).isEqualTo(List.of("b", "c", "e"));
        assertThat(waiting.dropped()).isEqualTo(1);
    }
}
