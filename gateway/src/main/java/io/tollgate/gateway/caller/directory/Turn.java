package io.tollgate.gateway.caller.directory;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import reactor.core.publisher.MonoSink;

/** One place in the queue: it is given up once, whoever finds out first that nobody needs it any more. */
final class Turn {
    private enum State {
        WAITING,
        STARTED,
        OVER
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final MonoSink<Turn> sink;
    private final Consumer<Turn> onEnd;

    Turn(MonoSink<Turn> sink, Consumer<Turn> onEnd) {
        this.sink = sink;
        this.onEnd = onEnd;
    }

    /** False when nobody waits for it any more. */
    boolean start() {
        if (!state.compareAndSet(State.WAITING, State.STARTED)) {
            return false;
        }
        sink.success(this);
        return true;
    }

    void refuse(RuntimeException refusal) {
        if (state.compareAndSet(State.WAITING, State.OVER)) {
            sink.error(refusal);
        }
    }

    /** Frees the place if it was taken. */
    void end() {
        if (state.getAndSet(State.OVER) == State.STARTED) {
            onEnd.accept(this);
        }
    }
}
