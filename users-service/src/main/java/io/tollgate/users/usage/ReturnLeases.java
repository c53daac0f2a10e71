package io.tollgate.users.usage;

import java.util.Comparator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What gateways did not use of their leases is there for others again. */
@Service
public final class ReturnLeases implements ReportReader {
    private final QuotaCounts counts;

    public ReturnLeases(QuotaCounts counts) {
        this.counts = counts;
    }

    /** Always in the same order: two reports do not wait for each other. */
    @Override
    public Mono<Void> read(UsageReport report) {
        return Flux.fromIterable(report.leases())
                .sort(Comparator.comparing(ReturnedLease::leaseId))
                .concatMap(counts::giveBack)
                .then();
    }
}
