package io.tollgate.users.client;

import io.tollgate.users.audit.Origin;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes an API client and its first key. */
@Service
public class CreateClient {
    private final CheckDetails check;
    private final MintKey mint;
    private final KeepClient keep;
    private final Ids ids;
    private final Clock clock;

    public CreateClient(CheckDetails check, MintKey mint, KeepClient keep, Ids ids, Clock clock) {
        this.check = check;
        this.mint = mint;
        this.keep = keep;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<NewClient> handle(CreateClientCommand command, Origin origin) {
        return check.handle(command.details())
                .map(details -> Client.create(ids.next("cli"), details, clock.instant()))
                .map(client -> new NewClient(client, firstKey(client, command)))
                .flatMap(made -> keep.add(made, origin).thenReturn(made));
    }

    private NewKey firstKey(Client client, CreateClientCommand command) {
        return command.secret()
                .map(secret -> mint.given(client.id(), secret))
                .orElseGet(() -> mint.random(client.id(), command.environment(), Optional.empty()));
    }
}
