package io.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Quota;
import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Random schedules of requests, deaths, lost answers and outages: what is admitted never exceeds a limit. */
class SeveralGatewaysTest {
    private static final long LIMIT = 700;
    private static final Quota DAILY = new Quota("daily", Quota.Unit.CALLS, Quota.Period.DAY, LIMIT, Mode.ENFORCE);
    private static final QuotaProperties PROPERTIES = new QuotaProperties(
            Duration.ofSeconds(60),
            20,
            1_048_576,
            1_000_000_000,
            Duration.ofMillis(200),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMillis(250));

    private final MutableClock clock = MutableClock.atNoon();
    private final Ledger ledger = new Ledger(clock, Duration.ofHours(2));
    private final Ids ids = new SequentialIds();
    private Random random;
    private boolean away;
    private long admitted;
    private long admittedInAll;
    private long lost;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatever_happens_the_limit_holds_and_only_the_leases_of_the_dead_are_lost(long seed) {
        random = new Random(seed);
        ledger.limit("cli_shop", "daily", LIMIT);
        List<Gateway> gateways = new ArrayList<>(List.of(new Gateway(), new Gateway(), new Gateway()));
        for (int step = 0; step < 3_000; step++) {
            step(gateways);
            assertThat(admitted).as("seed %d, step %d", seed, step).isLessThanOrEqualTo(LIMIT);
        }
        away = false;
        gateways.forEach(Gateway::leave);

        assertThat(ledger.mostUsed()).isLessThanOrEqualTo(LIMIT);
        assertThat(ledger.usedInAll()).isEqualTo(admittedInAll + lost);
    }

    private void step(List<Gateway> gateways) {
        int which = random.nextInt(gateways.size());
        int what = random.nextInt(1_000);
        if (what < 900) {
            gateways.get(which).request(random.nextInt(20) == 0 ? 5 : 1);
        } else if (what < 960) {
            gateways.get(which).look();
        } else if (what < 975) {
            away = !away;
        } else if (what < 985) {
            move(Duration.ofSeconds(random.nextInt(90)));
        } else if (what < 988) {
            move(Duration.ofMinutes(random.nextInt(60)));
        } else if (what < 994) {
            gateways.set(which, gateways.get(which).die());
        } else {
            away = false;
            gateways.get(which).leave();
            gateways.set(which, new Gateway());
        }
    }

    /** A new period begins to count at nothing. */
    private void move(Duration by) {
        long before = clock.instant().toEpochMilli() / Duration.ofHours(2).toMillis();
        clock.advance(by);
        if (clock.instant().toEpochMilli() / Duration.ofHours(2).toMillis() > before) {
            admitted = 0;
        }
    }

    /** One process: dies with what it holds, or leaves and gives it back. */
    private final class Gateway {
        private final Holdings holdings = new Holdings(PROPERTIES);
        private final FetchLeases fetch = new FetchLeases(this::lease, holdings, ids, clock);
        private final AdmitRequest admit = new AdmitRequest(holdings, fetch, PROPERTIES, clock);

        private Mono<List<Lease>> lease(List<LeaseWanted> wanted) {
            return Mono.fromSupplier(() -> {
                if (away) {
                    throw new IllegalStateException("away");
                }
                List<Lease> leases = wanted.stream()
                        .map(ledger::lease)
                        .filter(Objects::nonNull)
                        .toList();
                if (random.nextInt(10) == 0) {
                    throw new IllegalStateException("the answer is lost");
                }
                return leases;
            });
        }

        void request(long cost) {
            try {
                admit.handle("cli_shop", List.of(DAILY), cost, refused -> {}).block();
                admitted += cost;
                admittedInAll += cost;
            } catch (QuotaRefused refused) {
                assertThat(refused).isNotNull();
            }
        }

        void look() {
            fetch.refill().onErrorComplete().block();
            report();
        }

        private void report() {
            if (!away) {
                holdings.take(1_000).forEach(lease -> ledger.giveBack((ReturnedLease) lease));
            }
        }

        void leave() {
            holdings.last();
            report();
        }

        /** What would have gone back is lost. */
        Gateway die() {
            holdings.last();
            lost += holdings.take(10_000).stream()
                    .mapToLong(lease -> ledger.unused((ReturnedLease) lease))
                    .sum();
            return new Gateway();
        }
    }
}
