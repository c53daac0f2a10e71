package io.tollgate.users.client;

import io.tollgate.users.audit.Origin;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a key, in the caller's transaction; gateways are told when one ends sooner than they know. */
@Service
public class KeepKey {
    private final Keys keys;
    private final ClientAudit audit;
    private final KeepClient clients;

    public KeepKey(Keys keys, ClientAudit audit, KeepClient clients) {
        this.keys = keys;
        this.audit = audit;
        this.clients = clients;
    }

    Mono<NewKey> add(NewKey made, Origin origin) {
        return place(made)
                .then(Mono.defer(() -> audit.key("key-created", Optional.empty(), made.key(), origin)))
                .thenReturn(made);
    }

    Mono<Void> end(Client client, String deed, ApiKey before, ApiKey after, Origin origin) {
        return keys.save(after)
                .then(Mono.defer(() -> audit.key(deed, Optional.of(before), after, origin)))
                .then(Mono.defer(() -> clients.forget(client)));
    }

    Mono<NewKey> replace(Client client, ApiKey before, ApiKey ending, NewKey made, Origin origin) {
        return keys.save(ending)
                .then(Mono.defer(() -> place(made)))
                .then(Mono.defer(() -> audit.key("key-created", Optional.empty(), made.key(), origin)))
                .then(Mono.defer(() -> audit.key("key-rotated", Optional.of(before), ending, origin)))
                .then(Mono.defer(() -> clients.forget(client)))
                .thenReturn(made);
    }

    private Mono<Boolean> place(NewKey made) {
        return keys.add(made.key()).filter(added -> added).switchIfEmpty(Mono.error(ClientRefused.TooManyKeys::new));
    }
}
