package io.tollgate.users.client;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a client and its keys; another's client is not there. */
@Service
public class ReadClient {
    private final Clients clients;
    private final Keys keys;

    public ReadClient(Clients clients, Keys keys) {
        this.clients = clients;
        this.keys = keys;
    }

    public Mono<Client> handle(ClientRef ref) {
        return clients.find(ref.id()).filter(ref::reaches).switchIfEmpty(Mono.error(ClientRefused.NotFound::new));
    }

    public Flux<ApiKey> keys(ClientRef ref) {
        return handle(ref).flatMapMany(client -> keys.of(client.id()));
    }

    /** For a change; who closed a client cannot change it any more. */
    Mono<Client> hold(ClientRef ref) {
        return clients.hold(ref.id())
                .filter(ref::reaches)
                .switchIfEmpty(Mono.error(ClientRefused.NotFound::new))
                .filter(client -> client.status() != ClientStatus.CLOSED)
                .switchIfEmpty(Mono.error(ClientRefused.Closed::new));
    }
}
