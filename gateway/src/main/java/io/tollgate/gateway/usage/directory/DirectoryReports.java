package io.tollgate.gateway.usage.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.InternalCalls;
import io.tollgate.gateway.usage.Report;
import io.tollgate.gateway.usage.ReportSender;
import io.tollgate.http.HttpJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends reports to users-service. */
@Component
final class DirectoryReports implements ReportSender {
    private static final Logger log = LoggerFactory.getLogger(DirectoryReports.class);
    private static final String KIND = "usage-reports";
    private static final String PATH = "/internal/v1/usage-reports";

    private final InternalCalls users;
    private final ObjectMapper json;
    private final MeterRegistry meters;

    DirectoryReports(InternalCalls users, HttpJson json, MeterRegistry meters) {
        this.users = users;
        this.json = json.mapper();
        this.meters = meters;
    }

    @Override
    public Mono<Arrival> send(Report report) {
        return users.tell(KIND, PATH, body(report), JsonNode.class)
                .doOnNext(answer -> partly(report, answer.path("refused")))
                .then(Mono.just(Arrival.TAKEN))
                .doOnNext(taken -> count("taken"))
                .doOnError(InternalCalls.NotTaken.class, refused -> refused(report, refused))
                .onErrorReturn(InternalCalls.NotTaken.class, Arrival.REFUSED);
    }

    /** Made here: the client's own mapper would write times as numbers. */
    private JsonNode body(Report report) {
        ObjectNode body = json.valueToTree(report.parts());
        return body.put("reportId", report.id()).put("gatewayId", report.gatewayId());
    }

    private void partly(Report report, JsonNode refused) {
        log.error("users-service does not take {} items of report {}: {}", refused.size(), report.id(), refused);
        meters.counter("tollgate.gateway.reports.items.refused").increment(refused.size());
    }

    private void refused(Report report, InternalCalls.NotTaken refused) {
        log.error(
                "users-service does not take report {}: {}; what is in it is lost", report.id(), refused.getMessage());
        count("refused");
    }

    private void count(String outcome) {
        meters.counter("tollgate.gateway.reports", "outcome", outcome).increment();
    }
}
