package io.tollgate.database;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import reactor.util.retry.Retry;

/** Two transactions wanted the same row: nobody is wrong, and whoever lost runs the whole use case again. */
public final class Conflicts {
    private static final int RERUNS = 5;
    // H2: deadlock, lock time-out, concurrent update. SQL Server: deadlock, lock time-out, snapshot update conflict.
    private static final Set<Integer> CODES = Set.of(40001, 50200, 90131, 1205, 1222, 3960);

    private Conflicts() {}

    public static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof R2dbcRollbackException
                    || cause instanceof R2dbcException driver && CODES.contains(driver.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** For {@code retryWhen}, outside the transaction: at once, a few milliseconds apart, then the conflict itself. */
    public static Retry rerun() {
        return Retry.backoff(RERUNS, Duration.ofMillis(2))
                .maxBackoff(Duration.ofMillis(50))
                .jitter(1)
                .filter(Conflicts::isConflict)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }
}
