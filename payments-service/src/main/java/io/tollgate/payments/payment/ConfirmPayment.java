package io.tollgate.payments.payment;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The customer sends the code that the card network asked for; what comes of it is seen at the payment. */
@Service
public class ConfirmPayment {
    private final Payments payments;
    private final PaymentBook book;
    private final Clock clock;

    ConfirmPayment(Payments payments, PaymentBook book, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public Mono<Payment> handle(PaymentId id, Secret code, String userId, String clientId) {
        return payments.find(id)
                .filter(payment -> payment.belongsTo(userId, clientId))
                .switchIfEmpty(Mono.error(() -> new PaymentNotFound(id)))
                .flatMap(payment -> confirm(payment, code));
    }

    private Mono<Payment> confirm(Payment payment, Secret code) {
        if (!payment.awaitsAction(clock.instant())) {
            return Mono.error(new NoActionAwaited(payment.id()));
        }
        Change change = payment.confirmed(clock.instant());
        return book.keep(change, Optional.of(code)).thenReturn(change.payment());
    }
}
