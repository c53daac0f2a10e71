package io.tollgate.orders.order.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.ETags;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Page;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.FindOrder;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Orders;
import io.tollgate.orders.order.PlaceOrder;
import io.tollgate.orders.order.ReadTimeline;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Orders over HTTP. */
@RestController
@RequestMapping("/v1/orders")
class OrderController {
    private final PlaceOrder placeOrder;
    private final FindOrder findOrder;
    private final ReadTimeline readTimeline;
    private final Orders orders;
    private final Idempotency idempotency;

    OrderController(
            PlaceOrder placeOrder,
            FindOrder findOrder,
            ReadTimeline readTimeline,
            Orders orders,
            Idempotency idempotency) {
        this.placeOrder = placeOrder;
        this.findOrder = findOrder;
        this.readTimeline = readTimeline;
        this.orders = orders;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> place(
            @Valid @RequestBody PlaceOrderRequest request, Caller caller, ServerWebExchange exchange) {
        Buyer buyer = buyer(caller, "orders:write");
        return idempotency.required(exchange, caller, request, () -> place(request, buyer));
    }

    @GetMapping
    Mono<ResponseEntity<Page<OrderResponse>>> list(Cursor cursor, Caller caller, ServerWebExchange exchange) {
        Buyer buyer = buyer(caller, "orders:read");
        return orders.list(buyer, cursor.fetch(), cursor.after().map(OrderController::position))
                .collectList()
                .map(fetched -> page(fetched, cursor).toResponse(exchange));
    }

    @GetMapping("/{orderId}")
    Mono<ResponseEntity<OrderResponse>> read(@PathVariable String orderId, Caller caller) {
        return findOrder
                .handle(buyer(caller, "orders:read"), new OrderId(orderId))
                .map(order -> answer(ResponseEntity.ok(), order));
    }

    @GetMapping("/{orderId}/timeline")
    Mono<TimelineResponse> timeline(@PathVariable String orderId, Caller caller) {
        return readTimeline
                .handle(buyer(caller, "orders:read"), new OrderId(orderId))
                .map(TimelineResponse::of);
    }

    private Mono<ResponseEntity<?>> place(PlaceOrderRequest request, Buyer buyer) {
        return placeOrder.handle(request.toCommand(buyer), "POST /v1/orders").map(OrderController::created);
    }

    private static OrderId position(String after) {
        if (!OrderId.isValid(after)) {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        }
        return new OrderId(after);
    }

    private static Buyer buyer(Caller caller, String scope) {
        caller.requireScope(scope);
        return new Buyer(caller.requireUser(), caller.clientId());
    }

    private static ResponseEntity<OrderResponse> created(Order order) {
        return answer(ResponseEntity.created(URI.create("/v1/orders/" + order.id())), order);
    }

    private static ResponseEntity<OrderResponse> answer(BodyBuilder response, Order order) {
        return response.eTag(ETags.of(order.version())).body(OrderResponse.of(order));
    }

    private static Page<OrderResponse> page(List<Order> fetched, Cursor cursor) {
        return Page.of(fetched, cursor, order -> order.id().value()).map(OrderResponse::of);
    }
}
