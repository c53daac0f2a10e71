package io.tollgate.gateway.caller;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds out who is asking: the application first, which is cheap, then the user. */
@Service
public final class Authenticate {
    private final ApiClients clients;
    private final Users users;

    public Authenticate(ApiClients clients, Users users) {
        this.clients = clients;
        this.users = users;
    }

    /** Tells at once whose key it is: what is refused after that concerns somebody. */
    public Mono<KnownCaller> authenticate(Credentials credentials, Consumer<ApiClient> recognized) {
        return clients.withKey(credentials.apiKey(), credentials.address())
                .flatMap(client -> acting(client, credentials, recognized));
    }

    private Mono<KnownCaller> acting(ApiClient client, Credentials credentials, Consumer<ApiClient> recognized) {
        recognized.accept(client);
        return credentials
                .authorization()
                .map(header -> users.whoProves(header, credentials.address())
                        .map(user -> new KnownCaller(client, Optional.of(user))))
                .orElseGet(() -> Mono.just(new KnownCaller(client, Optional.empty())));
    }
}
