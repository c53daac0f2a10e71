package io.tollgate.users.password.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.credential.Email;
import io.tollgate.users.password.ChangePassword;
import io.tollgate.users.password.NewPassword;
import io.tollgate.users.password.RequestPasswordReset;
import io.tollgate.users.password.ResetPassword;
import io.tollgate.users.token.TokenSecret;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Passwords over HTTP. */
@RestController
@RequestMapping("/v1/users")
class PasswordController {
    private final NewPassword make;
    private final RequestPasswordReset request;
    private final ResetPassword reset;
    private final ChangePassword change;
    private final Idempotency idempotency;

    PasswordController(
            NewPassword make,
            RequestPasswordReset request,
            ResetPassword reset,
            ChangePassword change,
            Idempotency idempotency) {
        this.make = make;
        this.request = request;
        this.reset = reset;
        this.change = change;
        this.idempotency = idempotency;
    }

    @PostMapping("/password-resets")
    Mono<ResponseEntity<byte[]>> forgotten(
            @Valid @RequestBody PasswordRequests.Forgotten body, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:register");
        return idempotency.once(exchange, caller, body, () -> request.handle(Email.normalized(body.email()))
                .thenReturn(ResponseEntity.accepted().body(Map.of("status", "accepted"))));
    }

    @PostMapping("/password-resets/confirmations")
    Mono<ResponseEntity<byte[]>> reset(
            @Valid @RequestBody PasswordRequests.Reset body, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:register");
        TokenSecret token = new TokenSecret(body.token());
        return make.forToken(token, body.newPassword())
                .flatMap(hash -> idempotency.once(exchange, caller, body, () -> reset.handle(token, hash, actor(caller))
                        .thenReturn(ResponseEntity.noContent().build())));
    }

    @PostMapping("/me/password")
    Mono<ResponseEntity<byte[]>> change(
            @Valid @RequestBody PasswordRequests.Changed body, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:write");
        String user = caller.requireUser();
        return make.forUser(user, body.currentPassword(), body.newPassword())
                .flatMap(hash -> idempotency.once(exchange, caller, body, () -> change.handle(user, hash, actor(caller))
                        .thenReturn(ResponseEntity.noContent().build())));
    }

    private static Actor actor(Caller caller) {
        return new Actor(Optional.of(caller.clientId()), caller.userId());
    }
}
