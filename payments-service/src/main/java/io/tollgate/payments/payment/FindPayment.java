package io.tollgate.payments.payment;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The payment of an order, for the user who ordered through the same application; for anybody else there is none. */
@Service
public class FindPayment {
    private final Payments payments;

    FindPayment(Payments payments) {
        this.payments = payments;
    }

    public Mono<Payment> handle(OrderId orderId, String userId, String clientId) {
        return payments.findByOrder(orderId)
                .filter(payment -> payment.belongsTo(userId, clientId))
                .switchIfEmpty(Mono.error(() -> new PaymentNotFound(orderId)));
    }
}
