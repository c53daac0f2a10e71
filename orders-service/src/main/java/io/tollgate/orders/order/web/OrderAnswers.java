package io.tollgate.orders.order.web;

import io.tollgate.http.ETags;
import io.tollgate.orders.order.Order;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** One order as an answer, with its version as its tag. */
final class OrderAnswers {
    private OrderAnswers() {}

    static ResponseEntity<OrderResponse> created(Order order) {
        return tagged(ResponseEntity.created(URI.create("/v1/orders/" + order.id())), order);
    }

    static ResponseEntity<OrderResponse> ok(Order order) {
        return tagged(ResponseEntity.ok(), order);
    }

    private static ResponseEntity<OrderResponse> tagged(BodyBuilder response, Order order) {
        return response.eTag(ETags.of(order.version())).body(OrderResponse.of(order));
    }
}
