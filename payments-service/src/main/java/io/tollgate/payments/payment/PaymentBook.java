package io.tollgate.payments.payment;

import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps a change with everything that follows from it, in the caller's transaction. */
@Service
class PaymentBook {
    private final Payments payments;
    private final Intents intents;
    private final PaymentEvents events;

    PaymentBook(Payments payments, Intents intents, PaymentEvents events) {
        this.payments = payments;
        this.intents = intents;
        this.events = events;
    }

    Mono<Void> keep(Change change) {
        return keep(change, Optional.empty());
    }

    Mono<Void> keep(Change change, Optional<PaymentToken> token) {
        if (!change.happened()) {
            return Mono.empty();
        }
        return payments.keep(change)
                .then(Mono.defer(() -> toTheNetwork(change, token)))
                .then(Mono.defer(() -> events.publish(change.facts())));
    }

    private Mono<Void> toTheNetwork(Change change, Optional<PaymentToken> token) {
        PaymentId id = change.payment().id();
        if (change.begins().isPresent()) {
            return intents.open(new IntentKey(id, change.begins().get()), token);
        }
        return change.payment().isCancelRequested() ? intents.hasten(id) : Mono.empty();
    }
}
