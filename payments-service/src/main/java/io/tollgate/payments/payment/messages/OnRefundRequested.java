package io.tollgate.payments.payment.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.payments.payment.OrderId;
import io.tollgate.payments.payment.RefundId;
import io.tollgate.payments.payment.RequestRefund;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A part of what a shipped order cost is to be given back. */
@Component
class OnRefundRequested implements MessageHandler<RefundRequested> {
    private final RequestRefund request;

    OnRefundRequested(RequestRefund request) {
        this.request = request;
    }

    @Override
    public String type() {
        return "orders.refund-requested.v1";
    }

    @Override
    public Class<RefundRequested> dataType() {
        return RefundRequested.class;
    }

    /** The words of who asked: they may name somebody. */
    @Override
    public Set<String> unread() {
        return Set.of("reason");
    }

    @Override
    public Mono<Void> handle(RefundRequested data, ReceivedMessage message) {
        return request.handle(new OrderId(data.orderId()), new RefundId(data.refundId()), data.amount());
    }
}
