package io.tollgate.payments.payment;

import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The network's answer is known: payment, facts and the next step change together, and the intent ends. */
@Service
class SettleIntent {
    private final Payments payments;
    private final PaymentBook book;
    private final Intents intents;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    SettleIntent(Payments payments, PaymentBook book, Intents intents, UnitOfWork unitOfWork, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.intents = intents;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    Mono<Void> handle(IntentKey key, NetworkAnswer answer) {
        // The payment's row before the intent's, as everywhere: two who want both never wait for each other.
        return payments.find(key.paymentId())
                .flatMap(payment -> change(payment, key, answer))
                .flatMap(book::keep)
                .then(Mono.defer(() -> intents.settle(key)))
                .as(unitOfWork::run);
    }

    private Mono<Change> change(Payment payment, IntentKey key, NetworkAnswer answer) {
        if (key.refund().isEmpty()) {
            return Mono.just(payment.answered(key.step(), answer, clock.instant()));
        }
        return payments.refund(key.refund().get())
                .map(refund -> new Refunding(payment, clock.instant()).answered(refund, answer));
    }
}
