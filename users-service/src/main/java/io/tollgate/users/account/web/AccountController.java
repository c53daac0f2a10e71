package io.tollgate.users.account.web;

import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.http.Idempotency;
import io.tollgate.users.account.ReadUser;
import io.tollgate.users.account.RegisterUser;
import io.tollgate.users.account.RegisterUserCommand;
import io.tollgate.users.account.Role;
import io.tollgate.users.account.User;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.Passwords;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Accounts over HTTP. */
@RestController
@RequestMapping("/v1/users")
class AccountController {
    private static final URI SELF = URI.create("/v1/users/me");

    private final RegisterUser register;
    private final ReadUser read;
    private final Passwords passwords;
    private final Idempotency idempotency;

    AccountController(RegisterUser register, ReadUser read, Passwords passwords, Idempotency idempotency) {
        this.register = register;
        this.read = read;
        this.passwords = passwords;
        this.idempotency = idempotency;
    }

    /** Hashes before the transaction, which would hold a connection while the password waits its turn. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> register(
            @Valid @RequestBody RegisterUserRequest request, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:register");
        return passwords
                .hash(request.password())
                .flatMap(hash ->
                        idempotency.once(exchange, caller, request, () -> register.handle(command(request, hash))
                                .map(this::created)));
    }

    @GetMapping("/me")
    Mono<ResponseEntity<UserResponse>> me(Caller caller) {
        caller.requireScope("users:read");
        return read.handle(caller.requireUser())
                .map(user -> ResponseEntity.ok().eTag(ETags.of(user.version())).body(UserResponse.of(user)));
    }

    private static RegisterUserCommand command(RegisterUserRequest request, PasswordHash hash) {
        return new RegisterUserCommand(Email.normalized(request.email()), hash, request.name(), Set.of(Role.CUSTOMER));
    }

    private ResponseEntity<UserResponse> created(User user) {
        return ResponseEntity.created(SELF).eTag(ETags.of(user.version())).body(UserResponse.of(user));
    }
}
