package io.tollgate.products.product.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.products.product.WantCatalog;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The whole catalog told again, asked for over HTTP. */
@RestController
class RepublicationController {
    private static final String NO_BODY = "";

    private final WantCatalog wantCatalog;
    private final Idempotency idempotency;

    RepublicationController(WantCatalog wantCatalog, Idempotency idempotency) {
        this.wantCatalog = wantCatalog;
        this.idempotency = idempotency;
    }

    @PostMapping("/admin/v1/catalog/republication")
    Mono<ResponseEntity<byte[]>> republish(Caller caller, ServerWebExchange exchange) {
        Managers.require(caller);
        return idempotency.once(exchange, caller, NO_BODY, () -> wantCatalog
                .handle()
                .thenReturn(ResponseEntity.accepted().body(Map.of("status", "accepted"))));
    }
}
