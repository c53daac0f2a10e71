package io.tollgate.orders.refund.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Page;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Viewer;
import io.tollgate.orders.refund.ListRefunds;
import io.tollgate.orders.refund.OrderRefund;
import io.tollgate.orders.refund.RequestRefund;
import io.tollgate.values.Ids;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Money back for what was shipped: asked for by support, seen by who sees the order. */
@RestController
@RequestMapping("/v1/orders/{orderId}/refunds")
class RefundController {
    private static final String SUPPORT = "support";
    private static final String ADMIN = "admin";

    private final RequestRefund requestRefund;
    private final ListRefunds listRefunds;
    private final Idempotency idempotency;

    RefundController(RequestRefund requestRefund, ListRefunds listRefunds, Idempotency idempotency) {
        this.requestRefund = requestRefund;
        this.listRefunds = listRefunds;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> request(
            @PathVariable String orderId,
            @Valid @RequestBody RequestRefundRequest request,
            Caller caller,
            ServerWebExchange exchange) {
        Viewer viewer = viewer(caller, "orders:write");
        if (!viewer.seesAll()) {
            caller.requireRole(SUPPORT);
        }
        return idempotency.required(
                exchange, caller, new Asked(orderId, request), () -> request(viewer, orderId, request));
    }

    @GetMapping
    Mono<ResponseEntity<Page<RefundResponse>>> list(
            @PathVariable String orderId, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        cursor.after().filter(after -> !Ids.isValid("ref", after)).ifPresent(foreign -> {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        });
        return listRefunds
                .handle(viewer(caller, "orders:read"), new OrderId(orderId), cursor.fetch(), cursor.after())
                .map(fetched -> page(fetched, cursor).toResponse(exchange));
    }

    /** The same body for another order is another request. */
    private record Asked(String orderId, RequestRefundRequest body) {}

    private Mono<ResponseEntity<?>> request(Viewer viewer, String orderId, RequestRefundRequest request) {
        return requestRefund
                .handle(viewer, new OrderId(orderId), request.money(), request.why(), "POST /v1/orders/{id}/refunds")
                .map(refund -> ResponseEntity.status(HttpStatus.CREATED).body(RefundResponse.withoutWords(refund)));
    }

    private static Viewer viewer(Caller caller, String scope) {
        caller.requireScope(scope);
        boolean seesAll = caller.roles().contains(SUPPORT) || caller.roles().contains(ADMIN);
        return new Viewer(new Buyer(caller.requireUser(), caller.clientId()), seesAll);
    }

    private static Page<RefundResponse> page(List<OrderRefund> fetched, Cursor cursor) {
        return Page.of(fetched, cursor, refund -> refund.refund().id()).map(RefundResponse::of);
    }
}
