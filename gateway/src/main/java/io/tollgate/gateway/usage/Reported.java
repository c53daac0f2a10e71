package io.tollgate.gateway.usage;

import java.util.List;

/** Something that goes to users-service with the next report; whoever keeps it bounds it, and counts what had no room. */
public interface Reported {
    /** Its property in the report. */
    String name();

    /** Takes out at most so many, the oldest first: what is taken is sent until it has arrived. */
    List<?> take(int most);

    /** How many wait. */
    int waiting();

    /** How many there was no room for. */
    long dropped();

    /** The gateway goes: what was kept for later is to be told now. */
    default void last() {}
}
