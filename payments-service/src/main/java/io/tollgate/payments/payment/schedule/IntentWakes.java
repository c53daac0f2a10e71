package io.tollgate.payments.payment.schedule;

import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.IntentSignal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;
import reactor.core.scheduler.Schedulers;

/** Signals on their way to the sweeper; one that gets lost costs a second, since the sweep finds what it meant. */
@Component
class IntentWakes implements IntentSignal {
    private static final int WAITING_AT_MOST = 1_000;
    private static final int TRIES = 10_000;

    private final Sinks.Many<IntentKey> signals = Sinks.many().multicast().directBestEffort();

    /** Called after a commit, which must not look failed because of it: gives up rather than throws. */
    @Override
    public void wake(IntentKey key) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (signals.tryEmitNext(key) != EmitResult.FAIL_NON_SERIALIZED) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    Flux<IntentKey> heard() {
        return signals.asFlux()
                .onBackpressureBuffer(WAITING_AT_MOST, dropped -> {}, BufferOverflowStrategy.DROP_LATEST)
                // whoever commits does not do the work as well
                .publishOn(Schedulers.parallel());
    }
}
