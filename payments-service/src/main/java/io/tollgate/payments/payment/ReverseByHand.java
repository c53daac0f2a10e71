package io.tollgate.payments.payment;

import io.tollgate.payments.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Ends a payment that the card network would neither void nor refund, once a human has had it done there. */
@Service
public class ReverseByHand {
    private final Payments payments;
    private final Ledger ledger;
    private final PaymentBook book;
    private final Reversals reversals;
    private final Clock clock;

    ReverseByHand(Payments payments, Ledger ledger, PaymentBook book, Reversals reversals, Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.book = book;
        this.reversals = reversals;
        this.clock = clock;
    }

    @Transactional
    public Mono<Payment> handle(PaymentId id, String actor, String caseNumber) {
        return payments.find(id)
                .switchIfEmpty(Mono.error(() -> new PaymentNotFound(id)))
                .flatMap(this::reversed)
                .flatMap(change -> book.keep(change)
                        .then(Mono.defer(() -> reversals.add(new Reversal(id, actor, caseNumber, clock.instant()))))
                        .thenReturn(change.payment()));
    }

    /** What was captured is refunded; what is only set aside is voided. */
    private Mono<Change> reversed(Payment payment) {
        String capture = IntentKey.of(payment.id(), Step.CAPTURE).networkKey();
        return ledger.booked(List.of(capture))
                .hasElements()
                .map(captured -> payment.reversedByHand(captured ? Step.REFUND : Step.VOID, clock.instant()));
    }
}
