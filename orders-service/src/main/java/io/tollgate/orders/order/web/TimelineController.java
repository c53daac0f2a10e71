package io.tollgate.orders.order.web;

import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.ReadTimeline;
import io.tollgate.orders.order.TimelineEntry;
import java.util.List;
import org.springframework.http.ResponseEntity;
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
    Mono<ResponseEntity<TimelineResponse>> timeline(@PathVariable String orderId, Caller caller) {
        return readTimeline
                .handle(Viewers.of(caller, Viewers.READ), new OrderId(orderId))
                .map(TimelineController::answer);
    }

    /** Entries are only added, each with a higher number: the last one's tells one timeline from another. */
    private static ResponseEntity<TimelineResponse> answer(List<TimelineEntry> entries) {
        long last = entries.get(entries.size() - 1).number();
        return ResponseEntity.ok().eTag(ETags.of(last)).body(TimelineResponse.of(entries));
    }
}
