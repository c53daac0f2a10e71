package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;

/** Decides whether a subscription takes a message. */
public interface Filter {

    boolean matches(SentMessage message);
}
