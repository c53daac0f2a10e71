package io.tollgate.orders.order.web;

import io.tollgate.http.Caller;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.ReadTimeline;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What happened to an order. */
@RestController
@RequestMapping("/v1/orders/{orderId}/timeline")
class TimelineController {
    private final ReadTimeline readTimeline;

    TimelineController(ReadTimeline readTimeline) {
        this.readTimeline = readTimeline;
    }

    @GetMapping
    Mono<TimelineResponse> timeline(@PathVariable String orderId, Caller caller) {
        return readTimeline
                .handle(Viewers.of(caller, Viewers.READ), new OrderId(orderId))
                .map(TimelineResponse::of);
    }
}
