package io.tollgate.gateway.routing.network;

import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The body on its way from the client: as long as it comes, nobody waits for the service. */
final class Upload {
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean begun;

    <T> Flux<T> watched(Flux<T> body) {
        return body.doOnSubscribe(reader -> begun = true).doOnComplete(ended::tryEmitEmpty);
    }

    /** When the service has had so long: since the body ended, or while it has not even asked for it. */
    Publisher<?> patience(Duration patience) {
        return Mono.firstWithValue(
                Mono.delay(patience).filter(over -> !begun), ended.asMono().then(Mono.delay(patience)));
    }
}
