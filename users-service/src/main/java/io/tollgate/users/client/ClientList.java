package io.tollgate.users.client;

import java.util.Optional;
import reactor.core.publisher.Flux;

/** Clients for who looks for them: the newest first, in an order that stays. */
public interface ClientList {
    Flux<Client> list(ClientFilter filter, Optional<String> afterId, int limit);
}
