package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.access.AccessKeys;
import io.tollgate.servicebus.broker.Broker;
import java.util.UUID;
import java.util.function.Supplier;

/** What the links of all connections share. */
public record Links(Broker broker, AccessKeys keys, Supplier<UUID> ids, Limits limits, boolean releaseLocksOnDetach) {}
