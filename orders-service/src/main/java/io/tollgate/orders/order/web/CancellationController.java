package io.tollgate.orders.order.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.orders.order.CancelOrder;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The customer's way out. */
@RestController
@RequestMapping("/v1/orders/{orderId}/cancellation")
class CancellationController {
    private final CancelOrder cancelOrder;
    private final Idempotency idempotency;

    CancellationController(CancelOrder cancelOrder, Idempotency idempotency) {
        this.cancelOrder = cancelOrder;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> cancel(@PathVariable String orderId, Caller caller, ServerWebExchange exchange) {
        Viewer viewer = Viewers.of(caller, Viewers.WRITE);
        return idempotency.required(exchange, caller, orderId, () -> cancel(viewer, orderId));
    }

    private Mono<ResponseEntity<?>> cancel(Viewer viewer, String orderId) {
        return cancelOrder
                .handle(viewer, new OrderId(orderId), "POST /v1/orders/{id}/cancellation")
                .map(OrderAnswers::ok);
    }
}
