package io.tollgate.users.erasure.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.users.account.Role;
import io.tollgate.users.account.UserNotFound;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.credential.CheckPassword;
import io.tollgate.users.credential.CredentialUnknown;
import io.tollgate.users.erasure.CloseAccount;
import io.tollgate.users.erasure.ErasureProperties;
import io.tollgate.users.erasure.Erasures;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Closing the own account, and how far that is. */
@RestController
class ErasureController {
    private final CheckPassword check;
    private final CloseAccount close;
    private final Erasures erasures;
    private final ErasureProperties properties;
    private final Idempotency idempotency;

    ErasureController(
            CheckPassword check,
            CloseAccount close,
            Erasures erasures,
            ErasureProperties properties,
            Idempotency idempotency) {
        this.check = check;
        this.close = close;
        this.erasures = erasures;
        this.properties = properties;
        this.idempotency = idempotency;
    }

    /** Hashes before the transaction, as all passwords are. */
    @PostMapping("/v1/users/me/closure")
    Mono<ResponseEntity<byte[]>> close(
            @Valid @RequestBody ClosureRequest request, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:write");
        String user = caller.requireUser();
        Actor actor = new Actor(Optional.of(caller.clientId()), caller.userId());
        return proven(user, request.password())
                .flatMap(proven -> idempotency.once(exchange, caller, request, () -> close.handle(user, proven, actor)
                        .thenReturn(ResponseEntity.accepted().body(Map.of("status", "accepted")))));
    }

    @GetMapping("/admin/v1/users/{id}/erasure")
    Mono<ErasureResponse> read(@PathVariable String id, Caller caller) {
        caller.requireScope("users:admin");
        caller.requireRole(Role.ADMIN);
        return erasures.find(id)
                .map(erasure -> ErasureResponse.of(erasure, properties.publishers()))
                .switchIfEmpty(Mono.error(UserNotFound::new));
    }

    private Mono<Boolean> proven(String user, String password) {
        return check.ofUser(user, password)
                .thenReturn(true)
                .onErrorResume(CredentialUnknown.class, wrong -> Mono.just(false));
    }
}
