package io.tollgate.orders.refund;

import io.tollgate.orders.order.FindOrder;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The refunds of one order, for who may see it. */
@Service
public class ListRefunds {
    private final FindOrder findOrder;
    private final Refunds refunds;

    ListRefunds(FindOrder findOrder, Refunds refunds) {
        this.findOrder = findOrder;
        this.refunds = refunds;
    }

    public Mono<List<OrderRefund>> handle(Viewer viewer, OrderId id, int limit, Optional<String> after) {
        return findOrder.handle(viewer, id).then(Mono.defer(() -> refunds.of(id, limit, after)
                .collectList()));
    }
}
