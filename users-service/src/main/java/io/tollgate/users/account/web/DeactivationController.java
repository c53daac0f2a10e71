package io.tollgate.users.account.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.users.account.Administer;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whether a user may act, decided by administrators; doing it twice is doing it once. */
@RestController
@RequestMapping("/admin/v1/users/{id}")
class DeactivationController {
    private final Administer administer;
    private final Idempotency idempotency;

    DeactivationController(Administer administer, Idempotency idempotency) {
        this.administer = administer;
        this.idempotency = idempotency;
    }

    @PostMapping("/deactivation")
    Mono<ResponseEntity<byte[]>> deactivate(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        UserController.requireAdministrator(caller);
        return idempotency.once(exchange, caller, Map.of(), () -> administer
                .deactivate(id, UserController.origin(caller, exchange))
                .map(UserController::tagged));
    }

    @PostMapping("/reactivation")
    Mono<ResponseEntity<byte[]>> reactivate(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        UserController.requireAdministrator(caller);
        return idempotency.once(exchange, caller, Map.of(), () -> administer
                .reactivate(id, UserController.origin(caller, exchange))
                .map(UserController::tagged));
    }
}
