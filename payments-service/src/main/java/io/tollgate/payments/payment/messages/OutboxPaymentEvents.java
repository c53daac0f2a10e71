package io.tollgate.payments.payment.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.payments.payment.ErasureReceipt;
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

    @Override
    public Mono<Void> publish(ErasureReceipt receipt) {
        return outbox.add(List.of(message(receipt)));
    }

    static OutgoingMessage message(ErasureReceipt receipt) {
        return OutgoingMessage.fact(
                "payments.erasure-completed.v1", receipt.userId(), receipt.erasedVersion(), receipt);
    }

    static OutgoingMessage message(PaymentFact fact) {
        return OutgoingMessage.fact(type(fact.kind()), fact.paymentId().value(), fact.version(), FactData.of(fact));
    }

    private static String type(PaymentFact.Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return kind == PaymentFact.Kind.REFUND_REFUSED
                ? "payments." + name + ".v1"
                : "payments.payment-" + name + ".v1";
    }
}
