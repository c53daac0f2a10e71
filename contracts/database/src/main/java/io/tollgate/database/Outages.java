package io.tollgate.database;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.pool.PoolShutdownException;

/** Tells "the database is away" from "the database said no". */
public final class Outages {
    private Outages() {}

    public static boolean isDatabaseAway(Throwable failure) {
        if (Conflicts.isConflict(failure)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTranslated(cause) || isRefusedConnection(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTranslated(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof NonTransientDataAccessResourceException
                || cause instanceof TransientDataAccessResourceException
                || cause instanceof CannotCreateTransactionException;
    }

    // A time-out without an error code is the pool's: no connection within the time allowed.
    private static boolean isRefusedConnection(Throwable cause) {
        return cause instanceof R2dbcNonTransientResourceException
                || cause instanceof R2dbcTransientResourceException
                || cause instanceof PoolShutdownException
                || cause instanceof R2dbcTimeoutException timeout && timeout.getErrorCode() == 0;
    }
}
