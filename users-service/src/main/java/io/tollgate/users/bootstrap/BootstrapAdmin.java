package io.tollgate.users.bootstrap;

import io.tollgate.users.account.RegisterUser;
import io.tollgate.users.account.RegisterUserCommand;
import io.tollgate.users.account.Role;
import io.tollgate.users.client.CreateClient;
import io.tollgate.users.client.CreateClientCommand;
import io.tollgate.users.client.Plans;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.Passwords;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets the first administrator in, once: on a database that has anybody or anything in it, it does nothing. */
@Service
public class BootstrapAdmin {
    private static final String NAME = "bootstrap";

    private final EmptyHouse house;
    private final Passwords passwords;
    private final RegisterUser register;
    private final CreateClient create;
    private final Plans plans;

    public BootstrapAdmin(
            EmptyHouse house, Passwords passwords, RegisterUser register, CreateClient create, Plans plans) {
        this.house = house;
        this.passwords = passwords;
        this.register = register;
        this.create = create;
        this.plans = plans;
    }

    /** Whether there is a first administrator now who was not there before. */
    @Transactional
    public Mono<Boolean> handle(FirstAdmin admin) {
        return house.isEmpty()
                .filter(empty -> empty)
                .flatMap(empty -> admit(admin))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> admit(FirstAdmin admin) {
        return passwords
                .hash(admin.password())
                .flatMap(hash -> register.handle(user(admin, hash)))
                .then(Mono.defer(() -> create.handle(client(admin))))
                .thenReturn(true);
    }

    private static RegisterUserCommand user(FirstAdmin admin, PasswordHash hash) {
        return new RegisterUserCommand(Email.normalized(admin.email()), hash, NAME, Set.of(Role.ADMIN));
    }

    private CreateClientCommand client(FirstAdmin admin) {
        return new CreateClientCommand(NAME, Plans.INTERNAL, plans.scopes(), Optional.of(admin.key()));
    }
}
