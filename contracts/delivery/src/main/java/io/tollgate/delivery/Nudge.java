package io.tollgate.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Makes a loop go round at once instead of after its pause; many nudges are one. */
final class Nudge {
    private final Semaphore signal = new Semaphore(0);

    void wake() {
        signal.release();
    }

    /** Called by the loop alone. */
    void await(Duration pause) throws InterruptedException {
        if (signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }
}
