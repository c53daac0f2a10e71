package io.tollgate.users.usage.web;

import io.tollgate.users.usage.GrantLease;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What gateways want to hand out, and what they have counted; nobody else is heard on internal paths. */
@RestController
@RequestMapping("/internal/v1")
class GatewayController {
    private final GrantLease grant;
    private final TakenReports reports;

    GatewayController(GrantLease grant, TakenReports reports) {
        this.grant = grant;
        this.reports = reports;
    }

    @PostMapping("/quota-leases")
    Mono<LeaseResponse> lease(@Valid @RequestBody LeaseRequest request) {
        return Flux.fromIterable(request.items())
                .concatMap(item -> grant.handle(item.toWanted(request.gatewayId()))
                        .map(granted -> LeaseResponse.Item.of(item.clientId(), granted)))
                .collectList()
                .map(LeaseResponse::new);
    }

    @PostMapping("/usage-reports")
    Mono<ResponseEntity<ReportResponse>> report(@Valid @RequestBody ReportRequest request) {
        return reports.take(request)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }
}
