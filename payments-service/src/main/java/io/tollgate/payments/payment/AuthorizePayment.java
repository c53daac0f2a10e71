package io.tollgate.payments.payment;

import io.tollgate.values.Ids;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An order was placed: its amount is to be set aside, unless the order has ended already. */
@Service
public class AuthorizePayment {
    private final Payments payments;
    private final PaymentBook book;
    private final Ids ids;
    private final Clock clock;

    AuthorizePayment(Payments payments, PaymentBook book, Ids ids, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(OrderId orderId, Terms terms, Secret token) {
        return payments.findByOrder(orderId)
                .map(known -> known.placedAgain(terms, clock.instant()))
                .switchIfEmpty(Mono.fromSupplier(() -> Payment.placed(newId(), orderId, terms, clock.instant())))
                .flatMap(change -> book.keep(change, Optional.of(token)));
    }

    private PaymentId newId() {
        return new PaymentId(ids.next(PaymentId.PREFIX));
    }
}
