package io.tollgate.users.bootstrap;

import io.tollgate.users.account.OpenAccount;
import io.tollgate.users.audit.Origin;
import io.tollgate.users.client.ClientDetails;
import io.tollgate.users.client.CreateClient;
import io.tollgate.users.client.CreateClientCommand;
import io.tollgate.users.client.KeyEnvironment;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.Passwords;
import io.tollgate.users.plan.Plan;
import io.tollgate.users.plan.Scopes;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets the first administrator in, once: on a database that has anybody or anything in it, it does nothing. */
@Service
public class BootstrapAdmin {
    private static final String NAME = "bootstrap";

    private final EmptyHouse house;
    private final Passwords passwords;
    private final OpenAccount open;
    private final CreateClient create;
    private final Scopes scopes;

    public BootstrapAdmin(EmptyHouse house, Passwords passwords, OpenAccount open, CreateClient create, Scopes scopes) {
        this.house = house;
        this.passwords = passwords;
        this.open = open;
        this.create = create;
        this.scopes = scopes;
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
                .flatMap(hash -> open.administrator(Email.normalized(admin.email()), NAME, hash))
                .then(Mono.defer(() -> create.handle(client(admin), Origin.SYSTEM)))
                .thenReturn(true);
    }

    private CreateClientCommand client(FirstAdmin admin) {
        ClientDetails details = ClientDetails.of(NAME, Plan.INTERNAL, scopes.scopes());
        return new CreateClientCommand(details, KeyEnvironment.LIVE, Optional.of(admin.key()));
    }
}
