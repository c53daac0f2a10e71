package io.tollgate.payments.payment.schedule;

import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.IntentSignal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/** Signals on their way to the sweeper; one that gets lost costs a second, since the sweep finds what it meant. */
@Component
class IntentWakes implements IntentSignal {
    private static final int WAITING_AT_MOST = 1_000;

    private volatile Optional<FluxSink<IntentKey>> listener = Optional.empty();

    /**
     * Called after a commit, which must not look failed because of it: a FluxSink takes what many threads give it at the
     * same time, where a Sinks.Many refuses, and never throws.
     */
    @Override
    public void wake(IntentKey key) {
        listener.ifPresent(sink -> sink.next(key));
    }

    /** For one listener. */
    Flux<IntentKey> heard() {
        return Flux.<IntentKey>create(sink -> listener = Optional.of(sink))
                .onBackpressureBuffer(WAITING_AT_MOST, dropped -> {}, BufferOverflowStrategy.DROP_LATEST)
                // whoever commits does not do the work as well
                .publishOn(Schedulers.parallel());
    }
}
