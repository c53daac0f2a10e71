package io.tollgate.servicebus.broker;

import java.io.IOException;
import java.util.List;

/** Where changes are written before they take effect. */
public interface Journal extends AutoCloseable {

    /** Keeps nothing. */
    Journal NONE = changes -> {};

    /** Writes all of them, in one go; on return they survive the end of the process. */
    void write(List<Change> changes) throws IOException;

    /** The message is needed no longer. */
    default void forget(QueuedMessage message) {}

    /** Bytes on the disk. */
    default long size() {
        return 0;
    }

    /** Housekeeping, once a turn; true when another turn is wanted soon. */
    default boolean tend() {
        return false;
    }

    @Override
    default void close() throws IOException {}
}
