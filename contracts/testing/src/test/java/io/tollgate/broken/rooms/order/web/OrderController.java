package io.tollgate.broken.rooms.order.web;

import io.tollgate.broken.rooms.order.store.OrderRow;
import reactor.core.publisher.Mono;

class OrderController {
    Mono<OrderRow> order() {
        return Mono.just(new OrderRow("ord_1"));
    }
}
