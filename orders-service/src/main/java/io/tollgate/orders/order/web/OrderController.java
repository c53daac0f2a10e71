package io.tollgate.orders.order.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Page;
import io.tollgate.http.QueryParameters;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.FindOrder;
import io.tollgate.orders.order.ListOrders;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.PlaceOrder;
import io.tollgate.orders.order.Viewer;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Orders over HTTP: placing and reading. */
@RestController
@RequestMapping("/v1/orders")
class OrderController {
    private final PlaceOrder placeOrder;
    private final FindOrder findOrder;
    private final ListOrders listOrders;
    private final Idempotency idempotency;

    OrderController(PlaceOrder placeOrder, FindOrder findOrder, ListOrders listOrders, Idempotency idempotency) {
        this.placeOrder = placeOrder;
        this.findOrder = findOrder;
        this.listOrders = listOrders;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> place(
            @Valid @RequestBody PlaceOrderRequest request, Caller caller, ServerWebExchange exchange) {
        Buyer buyer = Viewers.buyer(caller, Viewers.WRITE);
        return idempotency.required(exchange, caller, request, () -> place(request, buyer));
    }

    @GetMapping
    @QueryParameters({"status", "placedAfter", "placedBefore", "externalId", "userId"})
    Mono<ResponseEntity<Page<OrderResponse>>> list(Cursor cursor, Caller caller, ServerWebExchange exchange) {
        Viewer viewer = Viewers.of(caller, Viewers.READ);
        OrderFilter filter = new OrderFilter(exchange.getRequest().getQueryParams(), cursor);
        filter.requireVisible(viewer);
        return listOrders.handle(viewer, filter.toQuery(), cursor.fetch()).map(fetched -> page(fetched, cursor)
                .toResponse(exchange));
    }

    @GetMapping("/{orderId}")
    Mono<ResponseEntity<OrderResponse>> read(@PathVariable String orderId, Caller caller) {
        return findOrder
                .handle(Viewers.of(caller, Viewers.READ), new OrderId(orderId))
                .map(OrderAnswers::ok);
    }

    private Mono<ResponseEntity<?>> place(PlaceOrderRequest request, Buyer buyer) {
        return placeOrder.handle(request.toCommand(buyer), "POST /v1/orders").map(OrderAnswers::created);
    }

    private static Page<OrderResponse> page(List<Order> fetched, Cursor cursor) {
        return Page.of(fetched, cursor, OrderFilter::position).map(OrderResponse::of);
    }
}
