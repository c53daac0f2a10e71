package io.tollgate.users.refusal;

import io.tollgate.users.client.Clients;
import io.tollgate.users.usage.RefusedRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells a client, or the owner of one, why a request of that client was refused. */
@Service
public final class ReadRefusal {
    private final RefusedRequests requests;
    private final Clients clients;
    private final RefusalProperties properties;
    private final Clock clock;

    public ReadRefusal(RefusedRequests requests, Clients clients, RefusalProperties properties, Clock clock) {
        this.requests = requests;
        this.clients = clients;
        this.properties = properties;
        this.clock = clock;
    }

    public Mono<RefusedRequest> handle(String requestId, String clientId, Optional<String> userId) {
        return requests.find(requestId, clock.instant().minus(properties.keep()))
                .filterWhen(request -> concerns(request, clientId, userId))
                .switchIfEmpty(Mono.error(RequestNotFound::new));
    }

    private Mono<Boolean> concerns(RefusedRequest request, String clientId, Optional<String> userId) {
        return request.clientId().equals(clientId)
                ? Mono.just(true)
                : Mono.justOrEmpty(userId)
                        .flatMap(user -> clients.find(request.clientId())
                                .map(client -> client.details().ownerId().equals(Optional.of(user))))
                        .defaultIfEmpty(false);
    }
}
