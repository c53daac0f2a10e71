package io.tollgate.servicebus.broker;

/** Somebody who receives from a queue or from one of its sessions. */
public interface Consumer {

    /** Whether a message can be handed over now. */
    boolean wants();

    /** Whether messages are locked for it (peek-lock), or gone once handed over (receive-and-delete). */
    boolean locks();

    /** Hands a locked message over. */
    void deliver(Lease lease);

    /** Announces a message that is handed over by {@link #take} as soon as its removal is written. */
    void reserve();

    /** Hands a removed message over, or null when it could not be removed. */
    void take(QueuedMessage message);

    /** There is nothing more to be had for now. */
    void nothingMore();

    /** The session is held no longer. */
    void sessionLost(Refused reason);
}
