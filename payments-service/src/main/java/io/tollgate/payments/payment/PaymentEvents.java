package io.tollgate.payments.payment;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where it is told what happened to payments; told when the transaction commits, and not otherwise. */
public interface PaymentEvents {
    Mono<Void> publish(List<PaymentFact> facts);

    Mono<Void> publish(ErasureReceipt receipt);
}
