package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Says within this process at once that an order changed; another process, or who was not listening, looks itself. */
@Service
public class Nudges {
    private final Sinks.Many<OrderId> changed = Sinks.many().multicast().directBestEffort();

    /** Two at the same moment may be one: who waits looks again soon in any case. */
    public void nudge(OrderId id) {
        changed.tryEmitNext(id);
    }

    Mono<OrderId> next(OrderId id) {
        return changed.asFlux().filter(id::equals).next();
    }
}
