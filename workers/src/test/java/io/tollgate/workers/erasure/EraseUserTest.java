package io.tollgate.workers.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.erasure.DeadLetters.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EraseUserTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final UserId USER = new UserId("usr_1");
    private static final ErasureProperties PROPERTIES = new ErasureProperties(
            "bus",
            List.of("dlq-queue"),
            Duration.ofSeconds(35),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(4),
            10,
            10,
            1);

    private final List<String> done = new ArrayList<>();
    private final Log erasures = new Log();
    private final EraseUser erase =
            new EraseUser(user -> items("records", 2), user -> items("messages", 3), erasures, PROPERTIES, CLOCK);
    private final FinishErasure finish = new FinishErasure(
            user -> items("late records", 0),
            user -> items("late messages", 1),
            erasures,
            (user, version, items, at) -> Mono.fromRunnable(
                    () -> done.add("receipt of %d for %s v%d".formatted(items, user.value(), version))),
            CLOCK);

    @Test
    void the_rows_go_at_once_and_the_search_is_due_when_nothing_can_be_under_way_any_more() {
        erase.handle(USER, 7).as(StepVerifier::create).verifyComplete();

        assertThat(done).containsExactly("records", "messages", "open usr_1 v7: 5 due 2026-06-01T12:00:35Z");
    }

    @Test
    void the_receipt_comes_after_all_is_erased_and_counts_it() {
        search(new Search(4, 0));

        assertThat(done).containsExactly("complete 1", "late records", "late messages", "receipt of 10 for usr_1 v7");
    }

    @Test
    void while_a_letter_is_out_of_reach_there_is_no_receipt() {
        search(new Search(4, 1));

        assertThat(done).containsExactly("count 4");
    }

    @Test
    void whoever_was_taken_for_dead_gives_no_receipt() {
        erasures.claimed = false;

        search(new Search(4, 0));

        assertThat(done).containsExactly("complete 1");
    }

    private void search(Search found) {
        new SearchDeadLetters(erasures, user -> Mono.just(found), finish, PROPERTIES, CLOCK)
                .handle(USER)
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private Mono<Long> items(String what, long items) {
        return Mono.fromSupplier(() -> {
            done.add(what);
            return items;
        });
    }

    private final class Log implements Erasures {
        private boolean claimed = true;

        @Override
        public Mono<Void> open(UserId userId, long version, long items, Instant dueAt) {
            return Mono.fromRunnable(
                    () -> done.add("open %s v%d: %d due %s".formatted(userId.value(), version, items, dueAt)));
        }

        @Override
        public Flux<UserId> due(Instant now, int limit) {
            return Flux.just(USER);
        }

        @Override
        public Mono<Erasure> claim(UserId userId, Instant now, Instant until) {
            return Mono.just(new Erasure(userId, 7, 5, 1));
        }

        @Override
        public Mono<Void> count(Erasure erasure, long items) {
            return Mono.fromRunnable(() -> done.add("count " + items));
        }

        @Override
        public Mono<Boolean> complete(Erasure erasure, Instant now) {
            return Mono.fromSupplier(() -> {
                done.add("complete " + erasure.attempt());
                return claimed;
            });
        }
    }
}
