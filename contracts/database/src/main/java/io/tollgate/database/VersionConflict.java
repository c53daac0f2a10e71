package io.tollgate.database;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the row between its reading and its writing: the use case starts over. */
public final class VersionConflict extends OptimisticLockingFailureException {
    public VersionConflict(String aggregate, String id, long expectedVersion) {
        super(aggregate + " " + id + " is no longer at version " + expectedVersion);
    }
}
