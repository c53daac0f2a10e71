package io.tollgate.orders.refund;

import io.tollgate.orders.order.Happening;
import io.tollgate.orders.order.NoteRefund;
import io.tollgate.orders.order.Trigger;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Payments answered for a refund; the first answer counts, and what comes again or later changes nothing. */
@Service
public class SettleRefund {
    private final Refunds refunds;
    private final NoteRefund noteRefund;
    private final Clock clock;

    SettleRefund(Refunds refunds, NoteRefund noteRefund, Clock clock) {
        this.refunds = refunds;
        this.noteRefund = noteRefund;
        this.clock = clock;
    }

    /** The money is on its way. */
    @Transactional
    public Mono<Void> paid(String refundId, String cause) {
        return settle(refundId, RefundStatus.PAID, Optional.empty(), cause);
    }

    /** Nothing goes back; it may be asked for again. */
    @Transactional
    public Mono<Void> refused(String refundId, String why, String cause) {
        return settle(refundId, RefundStatus.REFUSED, Optional.of(why), cause);
    }

    private Mono<Void> settle(String refundId, RefundStatus end, Optional<String> why, String cause) {
        return refunds.find(refundId)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no refund " + refundId)))
                .filter(refund -> refund.status() == RefundStatus.REQUESTED)
                .map(refund -> refund.settled(end, why, clock.instant()))
                .flatMap(settled -> refunds.settle(settled)
                        .then(Mono.defer(() -> noteRefund.handle(settled.orderId(), happening(settled), cause))));
    }

    private static Happening happening(OrderRefund settled) {
        boolean paid = settled.status() == RefundStatus.PAID;
        return Happening.refund(paid ? Trigger.PAYMENT_REFUNDED : Trigger.REFUND_REFUSED, settled.refund());
    }
}
