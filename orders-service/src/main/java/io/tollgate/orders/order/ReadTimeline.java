package io.tollgate.orders.order;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What happened to one order, for its buyer only. */
@Service
public class ReadTimeline {
    private final FindOrder findOrder;
    private final Timeline timeline;

    ReadTimeline(FindOrder findOrder, Timeline timeline) {
        this.findOrder = findOrder;
        this.timeline = timeline;
    }

    public Mono<List<TimelineEntry>> handle(Buyer buyer, OrderId id) {
        return findOrder.handle(buyer, id).then(Mono.defer(() -> timeline.of(id).collectList()));
    }
}
