package io.tollgate.orders.refund.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.orders.refund.SettleRefund;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nothing went back. */
@Component
class RefundRefusedHandler implements MessageHandler<RefundRefusedMessage> {
    private final SettleRefund settleRefund;

    RefundRefusedHandler(SettleRefund settleRefund) {
        this.settleRefund = settleRefund;
    }

    @Override
    public String type() {
        return RefundRefusedMessage.TYPE;
    }

    @Override
    public Class<RefundRefusedMessage> dataType() {
        return RefundRefusedMessage.class;
    }

    @Override
    public Mono<Void> handle(RefundRefusedMessage refused, ReceivedMessage message) {
        return settleRefund.refused(refused.refundId(), refused.reason(), RefundRefusedMessage.TYPE);
    }
}
