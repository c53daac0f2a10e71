package io.tollgate.payments.payment;

import io.tollgate.payments.ledger.Ledger;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps a change with everything that follows from it, in the caller's transaction. */
@Service
class PaymentBook {
    private final Payments payments;
    private final Intents intents;
    private final Ledger ledger;
    private final PaymentEvents events;

    PaymentBook(Payments payments, Intents intents, Ledger ledger, PaymentEvents events) {
        this.payments = payments;
        this.intents = intents;
        this.ledger = ledger;
        this.events = events;
    }

    Mono<Void> keep(Change change) {
        return keep(change, Optional.empty());
    }

    Mono<Void> keep(Change change, Optional<Secret> secret) {
        if (!change.happened()) {
            return Mono.empty();
        }
        return payments.keep(change)
                .then(Mono.defer(() -> ledger.post(Postings.of(change))))
                .then(Mono.defer(() -> toTheNetwork(change, secret)))
                .then(Mono.defer(() -> events.publish(change.facts())));
    }

    private Mono<Void> toTheNetwork(Change change, Optional<Secret> secret) {
        if (change.begins().isPresent()) {
            return intents.open(change.begins().get(), secret);
        }
        return change.payment().isCancelRequested()
                ? intents.hasten(change.payment().id())
                : Mono.empty();
    }
}
