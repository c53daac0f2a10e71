package io.tollgate.workers.notification;

import java.util.List;
import reactor.core.publisher.Mono;

/** The stories of all orders. A lost race is an error on which the caller's transaction is run again. */
public interface OrderStories {
    Mono<OrderStory> find(OrderId orderId);

    /** Keeps the next version of a story with what is new in it. */
    Mono<Void> keep(OrderStory story, List<Notification> added);
}
