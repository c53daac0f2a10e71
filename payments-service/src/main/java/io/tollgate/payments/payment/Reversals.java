package io.tollgate.payments.payment;

import reactor.core.publisher.Mono;

/** Who ended which payment by hand; only ever added to. */
public interface Reversals {
    Mono<Void> add(Reversal reversal);
}
