package io.tollgate.gateway.limit.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.gateway.limit.Count;
import io.tollgate.gateway.limit.CountKey;
import io.tollgate.gateway.limit.Ledger;
import io.tollgate.gateway.limit.OwnCounts;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Per;
import io.tollgate.gateway.plan.WhenSharedStoreAway;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalCountsTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong(77 * SECOND);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @ParameterizedTest
    @EnumSource
    void a_count_is_not_forgotten_before_it_is_full_again(Algorithm algorithm) {
        OwnCounts counts = counts(1_000);
        Limit limit = limit(algorithm, 10);
        used(counts, "cli_1", limit);

        for (int second = 1; second <= 60; second++) {
            now.addAndGet(SECOND);
            IntStream.range(0, 2_000)
                    .forEach(other -> count(counts, "other_" + other, limit).take(1));
            long back = algorithm == Algorithm.TOKEN_BUCKET ? second / 6 : 0;
            if (second < 60) {
                assertThat(count(counts, "cli_1", limit).take(0).remaining()).isEqualTo(back);
            }
        }
    }

    @Test
    void room_is_bounded_and_who_finds_none_shares_a_count() {
        OwnCounts counts = counts(1_000);
        Limit limit = limit(Algorithm.TOKEN_BUCKET, 3);

        IntStream.range(0, 100_000)
                .forEach(client -> count(counts, "cli_" + client, limit).take(1));

        assertThat(meters.get("tollgate.gateway.counts").gauge().value()).isLessThanOrEqualTo(1_000 + 256);
        assertThat(meters.get("tollgate.gateway.counts.crowded").counter().count())
                .isGreaterThan(90_000);
        assertThat(count(counts, "cli_99999", limit).take(1).isTaken()).isFalse();
        assertThat(count(counts, "cli_1", limit).take(1).remaining()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_that_changed_goes_on_with_what_was_used(Algorithm algorithm) {
        OwnCounts counts = counts(1_000);
        used(counts, "cli_1", limit(algorithm, 10));

        assertThat(count(counts, "cli_1", limit(algorithm, 20)).take(0).remaining())
                .isEqualTo(algorithm == Algorithm.TOKEN_BUCKET ? 0 : 10);
    }

    @ParameterizedTest
    @EnumSource
    void many_threads_do_not_get_more_than_one_would(Algorithm algorithm) {
        OwnCounts counts = counts(1_000);
        Limit limit = limit(algorithm, 1_000);
        Ledger ledger = new Ledger(limit);

        IntStream.range(0, 20_000).parallel().forEach(any -> {
            if (count(counts, "cli_1", limit).take(3).isTaken()) {
                ledger.admitted(now.get(), 3);
            }
        });

        assertThat(ledger.total()).isEqualTo(999);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_given_back_can_be_taken_again_and_nothing_more(Algorithm algorithm) {
        Count count = count(counts(1_000), "cli_1", limit(algorithm, 10));
        count.take(7);
        now.addAndGet(SECOND);

        count.giveBack(3, count.take(3));

        assertThat(count.take(4).isTaken()).isFalse();
        assertThat(count.take(3).isTaken()).isTrue();
    }

    private OwnCounts counts(long most) {
        return new LocalCounts(VirtualCounts.properties(most), meters, now::get);
    }

    private static void used(OwnCounts counts, String client, Limit limit) {
        assertThat(count(counts, client, limit).take(limit.most()).isTaken()).isTrue();
    }

    private static Count count(OwnCounts counts, String client, Limit limit) {
        return counts.of(new CountKey("plan", limit.name(), client, ""), limit, WhenSharedStoreAway.SHARE);
    }

    private static Limit limit(Algorithm algorithm, long most) {
        return new Limit("limit", Per.CLIENT, algorithm, most, Duration.ofMinutes(1), most, Mode.ENFORCE, Set.of());
    }
}
