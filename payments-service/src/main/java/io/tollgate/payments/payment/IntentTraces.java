package io.tollgate.payments.payment;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** Makes work on an intent, hours later if need be, a part of the trace in which it was decided. */
public interface IntentTraces {
    /** The caller's place in its trace, to be kept with the intent. */
    Mono<Optional<String>> here();

    <T> Mono<T> within(Intent intent, Mono<T> work);
}
