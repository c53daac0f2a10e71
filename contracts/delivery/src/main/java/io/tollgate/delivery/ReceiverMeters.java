package io.tollgate.delivery;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what becomes of each message that arrives. */
final class ReceiverMeters {
    private final MeterRegistry meters;

    ReceiverMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void received(String consumer, Outcome outcome) {
        meters.counter("tollgate.inbox.messages", "consumer", consumer, "outcome", outcome.name())
                .increment();
    }

    /** The database is away and the message waits under its lock. */
    void held(String consumer) {
        meters.counter("tollgate.inbox.held", "consumer", consumer).increment();
    }

    /** The broker did not take our word: the message will come again. */
    void unsettled(String consumer) {
        meters.counter("tollgate.inbox.unsettled", "consumer", consumer).increment();
    }

    /** A parked message was tried. */
    void retried(String consumer, String outcome) {
        meters.counter("tollgate.parking.attempts", "consumer", consumer, "outcome", outcome)
                .increment();
    }
}
