package io.tollgate.database;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * H2 works on the thread that asks, and waits there for a row's lock: on an event loop the holder of that lock could be
 * the next in line behind the wait. Its connections are therefore handed over on threads that may wait.
 */
final class DatabaseThreads implements AutoCloseable {
    private static final int QUEUED = 10_000;
    private static final int SECONDS_TO_LIVE = 60;

    private final Scheduler scheduler;

    DatabaseThreads(int connections) {
        scheduler = Schedulers.newBoundedElastic(2 * connections, QUEUED, "database", SECONDS_TO_LIVE, true);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
