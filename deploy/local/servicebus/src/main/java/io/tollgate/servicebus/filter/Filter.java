package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;

/** Decides whether a subscription takes a message. */
public interface Filter {

    /** Takes everything. */
    Filter ALL = message -> true;

    boolean matches(SentMessage message);
}
