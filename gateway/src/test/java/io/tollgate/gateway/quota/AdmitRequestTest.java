package io.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Quota;
import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AdmitRequestTest {
    private static final Quota MONTHLY = new Quota("monthly", Quota.Unit.CALLS, Quota.Period.MONTH, 100, Mode.ENFORCE);
    private static final Quota DAILY = new Quota("daily", Quota.Unit.CALLS, Quota.Period.DAY, 2, Mode.ENFORCE);
    private static final QuotaProperties PROPERTIES = new QuotaProperties(
            Duration.ofSeconds(60),
            20,
            1_048_576,
            1_000_000_000,
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMillis(250));

    private final MutableClock clock = MutableClock.atNoon();
    private final Ledger ledger = new Ledger(clock, Duration.ofDays(1));
    private final Holdings holdings = new Holdings(PROPERTIES);
    private final AdmitRequest admit = new AdmitRequest(
            holdings,
            new FetchLeases(
                    wanted -> Mono.fromSupplier(() -> wanted.stream()
                            .map(ledger::lease)
                            .filter(Objects::nonNull)
                            .toList()),
                    holdings,
                    new SequentialIds(),
                    clock),
            PROPERTIES,
            clock);

    @Test
    void what_one_quota_refuses_is_put_back_into_the_others() {
        ledger.limit("cli_shop", "monthly", 100);
        ledger.limit("cli_shop", "daily", 2);
        for (int i = 0; i < 2; i++) {
            admit.handle("cli_shop", List.of(MONTHLY, DAILY), 1, refused -> {})
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
        }
        for (int i = 0; i < 5; i++) {
            admit.handle("cli_shop", List.of(MONTHLY, DAILY), 1, refused -> {})
                    .as(StepVerifier::create)
                    .verifyError(QuotaRefused.Exceeded.class);
        }

        goes();

        assertThat(ledger.used("cli_shop", "monthly")).isEqualTo(2);
        assertThat(ledger.used("cli_shop", "daily")).isEqualTo(2);
    }

    @Test
    void what_costs_nothing_is_let_through_when_nothing_is_left() {
        ledger.limit("cli_shop", "daily", 0);

        admit.handle("cli_shop", List.of(DAILY), 1, refused -> {})
                .as(StepVerifier::create)
                .verifyError(QuotaRefused.Exceeded.class);
        admit.handle("cli_shop", List.of(DAILY), 0, refused -> {})
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    private void goes() {
        holdings.last();
        holdings.take(100).forEach(lease -> ledger.giveBack((ReturnedLease) lease));
    }
}
