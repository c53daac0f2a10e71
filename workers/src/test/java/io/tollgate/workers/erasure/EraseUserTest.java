package io.tollgate.workers.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EraseUserTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void the_receipt_comes_after_all_is_erased_and_counts_it() {
        List<String> done = new ArrayList<>();
        EraseUser erase = new EraseUser(
                user -> Mono.fromSupplier(() -> done.add("records") ? 2L : 0L),
                user -> Mono.fromSupplier(() -> done.add("messages") ? 3L : 0L),
                (user, version, items, at) ->
                        Mono.fromRunnable(() -> done.add(user.value() + " v" + version + ": " + items + " at " + at)),
                Clock.fixed(NOON, ZoneOffset.UTC));

        erase.handle(new UserId("usr_1"), 7).as(StepVerifier::create).verifyComplete();

        assertThat(done).containsExactly("records", "messages", "usr_1 v7: 5 at 2026-06-01T12:00:00Z");
    }
}
