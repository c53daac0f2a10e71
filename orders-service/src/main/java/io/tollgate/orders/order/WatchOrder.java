package io.tollgate.orders.order;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows what happens to an order until its end, looking again whenever something may have happened. */
@Service
public class WatchOrder {
    private final OrderBook book;
    private final Timeline timeline;
    private final Nudges nudges;
    private final LiveProperties properties;

    WatchOrder(OrderBook book, Timeline timeline, Nudges nudges, LiveProperties properties) {
        this.book = book;
        this.timeline = timeline;
        this.nudges = nudges;
        this.properties = properties;
    }

    /**
     * What there is to follow.
     *
     * @param over the order has ended, and the one who asks has seen all of it
     */
    public record Watch(boolean over, Flux<TimelineEntry> entries) {}

    public Mono<Watch> handle(Viewer viewer, OrderId id, long since) {
        return book.find(viewer, id).flatMap(order -> look(id, since).map(first -> watch(order, first, since)));
    }

    private Watch watch(Order order, List<TimelineEntry> first, long since) {
        if (order.status().isTerminal() || isLast(first)) {
            return new Watch(first.isEmpty(), Flux.fromIterable(first));
        }
        AtomicLong seen = new AtomicLong(last(first, since));
        return new Watch(false, Flux.fromIterable(first).concatWith(follow(order.id(), seen)));
    }

    /** No look holds a connection longer than its one statement takes. */
    private Flux<TimelineEntry> follow(OrderId id, AtomicLong seen) {
        return Mono.defer(() -> soon(id).then(Mono.defer(() -> look(id, seen.get()))))
                .doOnNext(entries -> seen.set(last(entries, seen.get())))
                .repeat()
                .takeUntil(WatchOrder::isLast)
                .concatMapIterable(entries -> entries);
    }

    private Mono<List<TimelineEntry>> look(OrderId id, long since) {
        return Mono.defer(() -> timeline.since(id, since).collectList());
    }

    private Mono<?> soon(OrderId id) {
        return Mono.firstWithSignal(nudges.next(id), Mono.delay(properties.poll()));
    }

    private static boolean isLast(List<TimelineEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.status().isTerminal());
    }

    private static long last(List<TimelineEntry> entries, long before) {
        return entries.isEmpty() ? before : entries.get(entries.size() - 1).number();
    }
}
