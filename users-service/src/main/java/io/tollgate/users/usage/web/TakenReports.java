package io.tollgate.users.usage.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.http.HttpJson;
import io.tollgate.http.Violation;
import io.tollgate.users.usage.TakeReport;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the good items of a report; the others are counted, and answered. */
@Component
class TakenReports {
    private static final Logger LOG = LoggerFactory.getLogger(TakenReports.class);

    private final TakeReport take;
    private final HttpJson json;
    private final Validator validator;
    private final MeterRegistry meters;

    TakenReports(TakeReport take, HttpJson json, Validator validator, MeterRegistry meters) {
        this.take = take;
        this.json = json;
        this.validator = validator;
        this.meters = meters;
    }

    /** Empty when there was nothing wrong. */
    Mono<ReportResponse> take(ReportRequest request) {
        ReportItems items = new ReportItems(json.mapper(), validator);
        return take.handle(request.toReport(items))
                .then(Mono.fromSupplier(() -> refused(request.reportId(), items.refused()))
                        .flatMap(Mono::justOrEmpty));
    }

    private Optional<ReportResponse> refused(String reportId, List<Violation> refused) {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        refused.forEach(item -> meters.counter("users.report.items.refused", "list", list(item.pointer()))
                .increment());
        LOG.error(
                "Of report {} {} items are not taken; the first: {} {}",
                reportId,
                refused.size(),
                refused.get(0).pointer(),
                refused.get(0).detail());
        return Optional.of(new ReportResponse(refused));
    }

    private static String list(String pointer) {
        return pointer.substring(1, pointer.indexOf('/', 1));
    }
}
