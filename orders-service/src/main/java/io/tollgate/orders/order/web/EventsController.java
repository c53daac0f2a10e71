package io.tollgate.orders.order.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.http.Caller;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.Violation;
import io.tollgate.orders.order.LiveProperties;
import io.tollgate.orders.order.LiveStreams;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.TimelineEntry;
import io.tollgate.orders.order.Viewer;
import io.tollgate.orders.order.WatchOrder;
import io.tollgate.orders.order.WatchOrder.Watch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to an order, as it happens (server-sent events). */
@RestController
@RequestMapping("/v1/orders/{orderId}/events")
class EventsController {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final WatchOrder watchOrder;
    private final LiveStreams streams;
    private final LiveProperties properties;

    EventsController(WatchOrder watchOrder, LiveStreams streams, LiveProperties properties, MeterRegistry meters) {
        this.watchOrder = watchOrder;
        this.streams = streams;
        this.properties = properties;
        meters.gauge("tollgate.orders.streams", streams, LiveStreams::count);
    }

    /** Whoever has seen the end is told that there is no more (204), after which a browser does not come again. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<TimelineResponse.Entry>>>> follow(
            @PathVariable String orderId,
            @RequestHeader(name = LAST_EVENT_ID, required = false) String lastEventId,
            Caller caller) {
        Viewer viewer = Viewers.of(caller, Viewers.READ);
        return watchOrder
                .handle(viewer, new OrderId(orderId), since(lastEventId))
                .map(watch -> answer(viewer, watch));
    }

    private ResponseEntity<Flux<ServerSentEvent<TimelineResponse.Entry>>> answer(Viewer viewer, Watch watch) {
        return watch.over()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .header("Cache-Control", "no-store")
                        .body(streams.counted(viewer.self().userId(), alive(watch.entries())));
    }

    /** The first heartbeat is there at once: whoever stands between waits for the beginning of an answer, not minutes. */
    private Flux<ServerSentEvent<TimelineResponse.Entry>> alive(Flux<TimelineEntry> entries) {
        return entries.map(EventsController::event)
                .publish(events -> Flux.merge(events, heartbeats().takeUntilOther(events.ignoreElements())))
                .startWith(heartbeat())
                .take(properties.longest());
    }

    private Flux<ServerSentEvent<TimelineResponse.Entry>> heartbeats() {
        return Flux.interval(properties.heartbeat(), properties.heartbeat())
                .onBackpressureDrop()
                .map(beat -> heartbeat());
    }

    private static ServerSentEvent<TimelineResponse.Entry> heartbeat() {
        return ServerSentEvent.<TimelineResponse.Entry>builder()
                .comment("heartbeat")
                .build();
    }

    private static ServerSentEvent<TimelineResponse.Entry> event(TimelineEntry entry) {
        return ServerSentEvent.builder(TimelineResponse.Entry.of(entry))
                .id(Long.toString(entry.number()))
                .event(entry.transition())
                .build();
    }

    private static long since(String lastEventId) {
        if (lastEventId == null) {
            return TimelineEntry.BEFORE_ALL;
        }
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw Problem.of(ProblemTypes.VALIDATION_FAILED)
                    .error(Violation.inHeader(LAST_EVENT_ID, "invalid", "must be the id of an event"))
                    .asRefusal();
        }
        return Long.parseLong(lastEventId);
    }
}
