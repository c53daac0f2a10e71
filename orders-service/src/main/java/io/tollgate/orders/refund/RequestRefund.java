package io.tollgate.orders.refund;

import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Refund;
import io.tollgate.orders.order.RefundOrder;
import io.tollgate.orders.order.Viewer;
import io.tollgate.values.Ids;
import io.tollgate.values.Money;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Gives money back for a shipped order, a deliberate act of who may. */
@Service
public class RequestRefund {
    private static final String PREFIX = "ref";

    private final RefundOrder refundOrder;
    private final Refunds refunds;
    private final Ids ids;
    private final Clock clock;

    RequestRefund(RefundOrder refundOrder, Refunds refunds, Ids ids, Clock clock) {
        this.refundOrder = refundOrder;
        this.refunds = refunds;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<OrderRefund> handle(
            Viewer viewer, OrderId id, Optional<Money> amount, Optional<String> reason, String cause) {
        return Mono.defer(() -> refundOrder.handle(viewer, id, ids.next(PREFIX), amount, reason, cause))
                .map(refund -> requested(viewer, id, refund))
                .flatMap(refund -> refunds.add(refund).thenReturn(refund));
    }

    private OrderRefund requested(Viewer viewer, OrderId id, Refund refund) {
        return OrderRefund.requested(id, refund, viewer.self().userId(), clock.instant());
    }
}
