package io.tollgate.orders.refund.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.Happening;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Publisher;
import io.tollgate.orders.order.RecordAnswer;
import io.tollgate.orders.order.Trigger;
import io.tollgate.orders.refund.SettleRefund;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Money went back: for one refund of a shipped order, or because the whole order was canceled. */
@Component
class PaymentRefundedHandler implements MessageHandler<PaymentRefundedMessage> {
    static final String TYPE = "payments.payment-refunded.v1";

    private final SettleRefund settleRefund;
    private final RecordAnswer recordAnswer;

    PaymentRefundedHandler(SettleRefund settleRefund, RecordAnswer recordAnswer) {
        this.settleRefund = settleRefund;
        this.recordAnswer = recordAnswer;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<PaymentRefundedMessage> dataType() {
        return PaymentRefundedMessage.class;
    }

    @Override
    public Mono<Void> handle(PaymentRefundedMessage refunded, ReceivedMessage message) {
        return refunded.refundId()
                .map(refundId -> settleRefund.paid(refundId, TYPE))
                .orElseGet(() -> whole(refunded));
    }

    private Mono<Void> whole(PaymentRefundedMessage refunded) {
        Answer answer = new Answer(Publisher.PAYMENTS, refunded.version(), Happening.of(Trigger.PAYMENT_REFUNDED));
        return recordAnswer.handle(new OrderId(refunded.orderId()), answer, TYPE);
    }
}
