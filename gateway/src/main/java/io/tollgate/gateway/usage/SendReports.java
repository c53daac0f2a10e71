package io.tollgate.gateway.usage;

import io.tollgate.gateway.usage.ReportSender.Arrival;
import io.tollgate.values.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells everything there is to be told, one report after the other: the next one only once this one has arrived. */
@Service
public final class SendReports {
    private static final int AT_ONCE = 500;

    private final List<Reported> sources;
    private final ReportSender sender;
    private final GatewayId gateway;
    private final Ids ids;
    private volatile Optional<Report> unanswered = Optional.empty();

    public SendReports(List<Reported> sources, ReportSender sender, GatewayId gateway, Ids ids) {
        this.sources = List.copyOf(sources);
        this.sender = sender;
        this.gateway = gateway;
        this.ids = ids;
    }

    public List<Reported> sources() {
        return sources;
    }

    /** Ends with the first failure, which leaves its report to be sent again as it is. */
    public Mono<Void> handle() {
        return Mono.defer(this::next).repeat().takeUntil(more -> !more).then();
    }

    /** The gateway goes: also what was kept for later. */
    public Mono<Void> last() {
        return Mono.fromRunnable(() -> sources.forEach(Reported::last)).then(handle());
    }

    private Mono<Boolean> next() {
        Optional<Report> report = unanswered.or(this::fresh);
        unanswered = report;
        return report.map(some -> sender.send(some).doOnNext(this::arrived).thenReturn(true))
                .orElseGet(() -> Mono.just(false));
    }

    private void arrived(Arrival arrival) {
        unanswered = Optional.empty();
    }

    private Optional<Report> fresh() {
        Map<String, List<?>> parts = new LinkedHashMap<>();
        for (Reported source : sources) {
            List<?> taken = source.take(AT_ONCE);
            if (!taken.isEmpty()) {
                parts.put(source.name(), taken);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Report(ids.next("rep"), gateway.value(), parts));
    }
}
