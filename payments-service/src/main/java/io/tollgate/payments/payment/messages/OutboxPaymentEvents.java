package io.tollgate.payments.payment.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.payments.payment.PaymentEvents;
import io.tollgate.payments.payment.PaymentFact;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the facts through the outbox, in the transaction of what they are about. */
@Component
class OutboxPaymentEvents implements PaymentEvents {
    private final Outbox outbox;

    OutboxPaymentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(List<PaymentFact> facts) {
        return outbox.add(facts.stream().map(OutboxPaymentEvents::message).toList());
    }

    static OutgoingMessage message(PaymentFact fact) {
        String name = fact.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return OutgoingMessage.fact(
                "payments.payment-" + name + ".v1", fact.paymentId().value(), fact.version(), FactData.of(fact));
    }
}
