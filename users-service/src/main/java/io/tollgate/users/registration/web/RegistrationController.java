package io.tollgate.users.registration.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.Passwords;
import io.tollgate.users.registration.RegisterUser;
import io.tollgate.users.registration.RegisterUserCommand;
import io.tollgate.users.registration.VerifyEmail;
import io.tollgate.users.token.TokenSecret;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Registration over HTTP; no user is signed in yet. */
@RestController
@RequestMapping("/v1/users")
class RegistrationController {
    private static final String SCOPE = "users:register";

    private final RegisterUser register;
    private final VerifyEmail verify;
    private final Passwords passwords;
    private final Idempotency idempotency;

    RegistrationController(RegisterUser register, VerifyEmail verify, Passwords passwords, Idempotency idempotency) {
        this.register = register;
        this.verify = verify;
        this.passwords = passwords;
        this.idempotency = idempotency;
    }

    /** Hashes before the transaction, which would hold a connection while the password waits its turn; and whoever is known already. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> register(
            @Valid @RequestBody RegisterUserRequest request, Caller caller, ServerWebExchange exchange) {
        caller.requireScope(SCOPE);
        return passwords
                .hash(request.password())
                .flatMap(hash -> idempotency.once(
                        exchange, caller, request, () -> register.handle(command(request, hash, caller))
                                .thenReturn(ResponseEntity.accepted().body(RegistrationStatus.ACCEPTED))));
    }

    @PostMapping("/verifications")
    Mono<ResponseEntity<byte[]>> verify(
            @Valid @RequestBody VerifyEmailRequest request, Caller caller, ServerWebExchange exchange) {
        caller.requireScope(SCOPE);
        return idempotency.once(
                exchange, caller, request, () -> verify.handle(new TokenSecret(request.token()), actor(caller))
                        .thenReturn(ResponseEntity.ok(RegistrationStatus.VERIFIED)));
    }

    private static RegisterUserCommand command(RegisterUserRequest request, PasswordHash hash, Caller caller) {
        return new RegisterUserCommand(Email.normalized(request.email()), hash, request.name(), actor(caller));
    }

    private static Actor actor(Caller caller) {
        return new Actor(Optional.of(caller.clientId()), caller.userId());
    }
}
