package io.tollgate.broken.waiting.order.store;

import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class R2dbcOrders {
    Object all(Mono<String> one, Flux<String> many) {
        one.subscribe();
        return List.of(one.block(), one.toFuture(), many.blockLast(), many.toStream());
    }

    Supplier<String> hidden(Mono<String> one) {
        return one::block;
    }
}
