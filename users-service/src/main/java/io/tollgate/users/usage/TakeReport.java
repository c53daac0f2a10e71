package io.tollgate.users.usage;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a gateway's report, once. */
@Service
public final class TakeReport {
    private final UsageReports reports;
    private final List<ReportReader> readers;
    private final UnitOfWork transaction;
    private final Clock clock;

    public TakeReport(UsageReports reports, List<ReportReader> readers, UnitOfWork transaction, Clock clock) {
        this.reports = reports;
        this.readers = readers;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Void> handle(UsageReport report) {
        return transaction.run(
                reports.add(report, clock.instant()).filter(isNew -> isNew).flatMap(isNew -> read(report)));
    }

    private Mono<Void> read(UsageReport report) {
        return Flux.fromIterable(readers)
                .concatMap(reader -> reader.read(report))
                .then();
    }
}
