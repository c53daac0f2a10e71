package io.tollgate.orders.order;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What happened to one order, for who may see it. */
@Service
public class ReadTimeline {
    private final OrderBook book;
    private final Timeline timeline;

    ReadTimeline(OrderBook book, Timeline timeline) {
        this.book = book;
        this.timeline = timeline;
    }

    public Mono<List<TimelineEntry>> handle(Viewer viewer, OrderId id) {
        return book.find(viewer, id).then(Mono.defer(() -> timeline.since(id, TimelineEntry.BEFORE_ALL)
                .collectList()));
    }
}
