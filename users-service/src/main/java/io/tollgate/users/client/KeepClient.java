package io.tollgate.users.client;

import io.tollgate.users.audit.Origin;
import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.CredentialKind;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a client, in the caller's transaction: row, audit, and last the gateways' feed. */
@Service
public class KeepClient {
    private final Clients clients;
    private final Keys keys;
    private final ClientAudit audit;
    private final CredentialFeed feed;

    public KeepClient(Clients clients, Keys keys, ClientAudit audit, CredentialFeed feed) {
        this.clients = clients;
        this.keys = keys;
        this.audit = audit;
        this.feed = feed;
    }

    Mono<Void> add(NewClient made, Origin origin) {
        return clients.add(made.client())
                .then(Mono.defer(() -> keys.add(made.key().key())))
                .then(Mono.defer(() -> audit.created(made, origin)))
                .then(Mono.defer(() -> tellGateways(made.client())));
    }

    Mono<Client> save(Client before, Client after, Origin origin) {
        return clients.save(after)
                .then(Mono.defer(() -> audit.changed(before, after, origin)))
                .then(Mono.defer(() -> tellGateways(after)))
                .thenReturn(after);
    }

    /** What gateways remember of its keys is no longer so. */
    Mono<Void> forget(Client client) {
        Client next = client.forgotten();
        return clients.save(next).then(Mono.defer(() -> tellGateways(next)));
    }

    private Mono<Void> tellGateways(Client client) {
        return feed.append(CredentialKind.CLIENT, client.id(), client.credentialVersion());
    }
}
