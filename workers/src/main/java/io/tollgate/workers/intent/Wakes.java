package io.tollgate.workers.intent;

import java.util.Optional;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/** Signals that an intent was committed, on their way to the sweep; one that gets lost costs a second, since the sweep finds what it meant. */
public final class Wakes<K> {
    private static final int WAITING_AT_MOST = 1_000;

    private volatile Optional<FluxSink<K>> listener = Optional.empty();

    /**
     * Called after a commit, which must not look failed because of it: a FluxSink takes what many threads give it at the
     * same time, where a Sinks.Many refuses, and never throws.
     */
    public void wake(K key) {
        listener.ifPresent(sink -> sink.next(key));
    }

    /** For one listener. */
    public Flux<K> heard() {
        return Flux.<K>create(sink -> listener = Optional.of(sink))
                .onBackpressureBuffer(WAITING_AT_MOST, dropped -> {}, BufferOverflowStrategy.DROP_LATEST)
                // whoever commits does not do the work as well
                .publishOn(Schedulers.parallel());
    }
}
