package io.tollgate.payments.payment;

import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends the payments whose customers did nothing in the time they had. */
@Service
public class ExpireActions {
    private static final int AT_ONCE = 100;

    private final Payments payments;
    private final PaymentBook book;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    ExpireActions(Payments payments, PaymentBook book, UnitOfWork unitOfWork, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public Mono<Void> handle() {
        return Flux.defer(() -> payments.withActionExpired(clock.instant(), AT_ONCE))
                .concatMap(this::expire)
                .then();
    }

    private Mono<Void> expire(PaymentId id) {
        return payments.find(id)
                .map(payment -> payment.expired(clock.instant()))
                .flatMap(book::keep)
                .as(unitOfWork::run);
    }
}
