package io.tollgate.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The timers that an observation of a statement would have fed, found once instead of with each statement. */
final class StatementTimers {
    // what micrometer's own handler of observations calls it
    private static final String ERROR = "error";

    private final MeterRegistry registry;
    private final String driver;
    private final Timer sound;

    StatementTimers(MeterRegistry registry, String driver) {
        this.registry = registry;
        this.driver = driver;
        this.sound = timer("none");
    }

    Running start() {
        return new Running(Timer.start(registry));
    }

    private Timer timer(String error) {
        return registry.timer(StatementObservations.NAME, StatementObservations.DRIVER, driver, ERROR, error);
    }

    /** One statement at work. Who hears of a failure may cancel, too: it ends once all the same. */
    final class Running {
        private final Timer.Sample sample;
        private Throwable failure;

        private Running(Timer.Sample sample) {
            this.sample = sample;
        }

        void failed(Throwable cause) {
            failure = cause;
        }

        void ended() {
            sample.stop(failure == null ? sound : timer(failure.getClass().getSimpleName()));
        }
    }
}
