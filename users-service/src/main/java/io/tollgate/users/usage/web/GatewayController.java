package io.tollgate.users.usage.web;

import io.tollgate.users.usage.GrantLease;
import io.tollgate.users.usage.TakeReport;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What gateways want to hand out, and what they have counted; nobody else is heard on internal paths. */
@RestController
@RequestMapping("/internal/v1")
class GatewayController {
    private final GrantLease grant;
    private final TakeReport take;

    GatewayController(GrantLease grant, TakeReport take) {
        this.grant = grant;
        this.take = take;
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
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> report(@Valid @RequestBody ReportRequest request) {
        return take.handle(request.toReport());
    }
}
