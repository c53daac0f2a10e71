package io.tollgate.payments.reconciliation;

import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.ledger.Ledger;
import io.tollgate.payments.payment.UnitOfWork;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the comparisons that are due; no transaction is open while the card network's file is fetched. */
@Service
public class RunReconciliations {
    private static final Logger LOG = LoggerFactory.getLogger(RunReconciliations.class);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Reconciliations reconciliations;
    private final SettlementFiles files;
    private final Ledger ledger;
    private final UnitOfWork unitOfWork;

    RunReconciliations(Reconciliations reconciliations, SettlementFiles files, Ledger ledger, UnitOfWork unitOfWork) {
        this.reconciliations = reconciliations;
        this.files = files;
        this.ledger = ledger;
        this.unitOfWork = unitOfWork;
    }

    /** One day after the other, until none is due. */
    public Mono<Void> handle() {
        return reconciliations
                .claim(CLAIM)
                .flatMap(day -> run(day).thenReturn(day))
                .repeatWhen(ended -> ended.takeWhile(days -> days > 0))
                .then();
    }

    private Mono<Void> run(LocalDate day) {
        return compare(day)
                .flatMap(result ->
                        reconciliations.finish(day, result).as(unitOfWork::run).thenReturn(result))
                .doOnNext(result -> log(day, result))
                .then()
                .onErrorResume(SettlementFailure.class, failure -> postpone(day, failure));
    }

    private Mono<Result> compare(LocalDate day) {
        return Mono.zip(list(files.of(day)), list(ledger.booked(start(day), start(day.plusDays(1)))), Comparison::new)
                .flatMap(comparison -> Mono.zip(
                        list(ledger.booked(comparison.unknownToDay())), around(comparison, day), comparison::with));
    }

    private Mono<List<Booked>> around(Comparison comparison, LocalDate day) {
        return comparison.missesAny()
                ? list(Flux.concat(files.of(day.minusDays(1)), files.of(day.plusDays(1))))
                : Mono.just(List.of());
    }

    private Mono<Void> postpone(LocalDate day, SettlementFailure failure) {
        LOG.warn("the settlement file of {} cannot be compared yet: {}", day, failure.getMessage());
        return reconciliations.postpone(day, PAUSE);
    }

    private static void log(LocalDate day, Result result) {
        if (result.differences().isEmpty()) {
            LOG.info("the card network agrees with the ledger about {}: {} operations", day, result.matched());
        } else {
            LOG.error(
                    "the card network and the ledger differ about {} in {} operations",
                    day,
                    result.differences().size());
        }
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Mono<List<Booked>> list(Flux<Booked> operations) {
        return operations.collectList();
    }
}
