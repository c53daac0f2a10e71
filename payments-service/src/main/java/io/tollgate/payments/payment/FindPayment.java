package io.tollgate.payments.payment;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A payment and its refunds, for the user who ordered through the same application and for support; else there is none. */
@Service
public class FindPayment {
    private final Payments payments;

    FindPayment(Payments payments) {
        this.payments = payments;
    }

    public Mono<Payment> ofOrder(OrderId orderId, Viewer viewer) {
        return payments.findByOrder(orderId)
                .filter(viewer::maySee)
                .switchIfEmpty(Mono.error(() -> new PaymentNotFound(orderId)));
    }

    public Mono<Payment> byId(PaymentId id, Viewer viewer) {
        return payments.find(id).filter(viewer::maySee).switchIfEmpty(Mono.error(() -> new PaymentNotFound(id)));
    }

    public Mono<List<Refund>> refundsOf(PaymentId id, Viewer viewer) {
        return byId(id, viewer)
                .flatMap(payment -> payments.refundsOf(payment.id()).collectList());
    }
}
