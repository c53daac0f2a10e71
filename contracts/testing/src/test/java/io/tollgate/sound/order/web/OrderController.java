package io.tollgate.sound.order.web;

import io.tollgate.sound.order.FindOrder;
import io.tollgate.sound.order.Order;
import reactor.core.publisher.Mono;

class OrderController {
    private final FindOrder find;

    OrderController(FindOrder find) {
        this.find = find;
    }

    Mono<Order> order(String id) {
        return find.handle(id);
    }
}
