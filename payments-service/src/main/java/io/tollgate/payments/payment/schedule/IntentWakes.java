package io.tollgate.payments.payment.schedule;

import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.IntentSignal;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Signals on their way to the sweeper; beyond a thousand they are dropped, and the sweep finds what they meant. */
@Component
class IntentWakes implements IntentSignal {
    private static final int WAITING_AT_MOST = 1_000;
    private static final Duration BUSY = Duration.ofMillis(10);

    private final Sinks.Many<IntentKey> signals = Sinks.many().multicast().directBestEffort();

    @Override
    public void wake(IntentKey key) {
        signals.emitNext(key, Sinks.EmitFailureHandler.busyLooping(BUSY));
    }

    Flux<IntentKey> heard() {
        return signals.asFlux()
                .onBackpressureBuffer(WAITING_AT_MOST, dropped -> {}, BufferOverflowStrategy.DROP_LATEST)
                // whoever commits does not do the work as well
                .publishOn(Schedulers.parallel());
    }
}
