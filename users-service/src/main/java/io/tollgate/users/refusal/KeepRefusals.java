package io.tollgate.users.refusal;

import io.tollgate.users.usage.ReportReader;
import io.tollgate.users.usage.UsageReport;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what gateways refused, so that whoever was refused can ask why. */
@Service
public final class KeepRefusals implements ReportReader {
    private final RefusedRequests requests;

    public KeepRefusals(RefusedRequests requests) {
        this.requests = requests;
    }

    @Override
    public Mono<Void> read(UsageReport report) {
        return requests.add(report.refusals());
    }
}
