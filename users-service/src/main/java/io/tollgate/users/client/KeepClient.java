package io.tollgate.users.client;

import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.CredentialKind;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a client, in the caller's transaction: rows, and last the gateways' feed. */
@Service
public class KeepClient {
    private final Clients clients;
    private final Keys keys;
    private final CredentialFeed feed;

    public KeepClient(Clients clients, Keys keys, CredentialFeed feed) {
        this.clients = clients;
        this.keys = keys;
        this.feed = feed;
    }

    Mono<Void> add(NewClient made) {
        return clients.add(made.client())
                .then(Mono.defer(() -> keys.add(made.key().key())))
                .then(Mono.defer(() -> tellGateways(made.client())));
    }

    private Mono<Void> tellGateways(Client client) {
        return feed.append(CredentialKind.CLIENT, client.id(), client.credentialVersion());
    }
}
