package io.tollgate.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Does one thing again and again on a thread of its own, as long as the process lives: no failure ends it. Its thread is
 * the one that waits, so nothing else does.
 */
final class BackgroundLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    // A round that takes longer is given up: a statement that never answers must not end the relaying for good.
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final long PATIENCE_MILLIS = 5_000;

    private final String name;
    private final Mono<Duration> round;
    private final Mono<Void> farewell;
    private final Nudge nudge;
    private final Counter failures;
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    /** @param round does what there is to do and says how long to pause */
    BackgroundLoop(String name, Mono<Duration> round, Nudge nudge, MeterRegistry meters) {
        this(name, round, Mono.empty(), nudge, meters);
    }

    /** @param farewell done once, when the process ends in order */
    BackgroundLoop(String name, Mono<Duration> round, Mono<Void> farewell, Nudge nudge, MeterRegistry meters) {
        this.name = name;
        this.round = round;
        this.farewell = farewell;
        this.nudge = nudge;
        this.failures = Counter.builder("tollgate.delivery.loop.failures")
                .description("Rounds of a background loop that failed")
                .tag("loop", name)
                .register(meters);
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, name);
        started.setDaemon(true);
        if (thread.compareAndSet(null, started)) {
            started.start();
        }
    }

    @Override
    public void stop() {
        Thread stopped = thread.getAndSet(null);
        if (stopped != null) {
            nudge.wake();
            join(stopped);
        }
    }

    private static void join(Thread stopped) {
        try {
            stopped.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.get() != null;
    }

    private void run() {
        Duration afterFailure = FIRST_PAUSE;
        while (thread.get() == Thread.currentThread()) {
            Duration pause = await(round);
            boolean failed = pause == null;
            if (!waited(failed ? afterFailure : pause)) {
                return;
            }
            afterFailure = failed ? longer(afterFailure) : FIRST_PAUSE;
        }
        await(farewell);
    }

    private <T> T await(Mono<T> work) {
        try {
            return work.block(LONGEST_ROUND);
        } catch (Throwable failure) { // an Error must not end the loop either
            failures.increment();
            LOG.warn("{} failed and goes on: {}", name, failure.toString());
            return null;
        }
    }

    private boolean waited(Duration pause) {
        try {
            nudge.await(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Among the last: what is written while requests and messages drain is still sent. */
    @Override
    public int getPhase() {
        return 0;
    }
}
