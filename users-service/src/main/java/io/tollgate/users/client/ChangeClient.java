package io.tollgate.users.client;

import io.tollgate.users.audit.Origin;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Changes a client as an administrator saw it; gateways ask about its keys again. */
@Service
public class ChangeClient {
    private final ReadClient read;
    private final CheckDetails check;
    private final Keys keys;
    private final KeepClient keep;
    private final Clock clock;

    public ChangeClient(ReadClient read, CheckDetails check, Keys keys, KeepClient keep, Clock clock) {
        this.read = read;
        this.check = check;
        this.keys = keys;
        this.keep = keep;
        this.clock = clock;
    }

    /** @param seenVersion the version of the client that was looked at before */
    @Transactional
    public Mono<Client> handle(String id, long seenVersion, ClientDetails details, ClientStatus status, Origin origin) {
        return read.hold(new ClientRef(id, Optional.empty()))
                .filter(client -> client.version() == seenVersion)
                .switchIfEmpty(Mono.error(ClientRefused.Stale::new))
                .flatMap(client -> check.handle(details, client.details()).thenReturn(client))
                .flatMap(client -> become(client, client.becoming(details, status), origin));
    }

    private Mono<Client> become(Client before, Client after, Origin origin) {
        if (after.equals(before)) {
            return Mono.just(before);
        }
        Mono<Void> end =
                after.status() == ClientStatus.CLOSED ? keys.revokeAll(after.id(), clock.instant()) : Mono.empty();
        return end.then(Mono.defer(() -> keep.save(before, after, origin)));
    }
}
