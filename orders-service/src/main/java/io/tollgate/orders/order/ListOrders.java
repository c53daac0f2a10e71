package io.tollgate.orders.order;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The orders that somebody may see: one's own, or with the role for it everybody's. */
@Service
public class ListOrders {
    private final Orders orders;

    ListOrders(Orders orders) {
        this.orders = orders;
    }

    /** Whose orders are asked for is what the viewer asks only if it sees all. */
    public Mono<List<Order>> handle(Viewer viewer, OrderQuery asked, int limit) {
        return orders.list(viewer.seesAll() ? asked : ownOnly(viewer.self(), asked), limit)
                .collectList();
    }

    private static OrderQuery ownOnly(Buyer self, OrderQuery asked) {
        return new OrderQuery(
                Optional.of(self.userId()),
                Optional.of(self.clientId()),
                asked.status(),
                asked.placedAfter(),
                asked.placedBefore(),
                asked.externalId(),
                asked.after());
    }
}
