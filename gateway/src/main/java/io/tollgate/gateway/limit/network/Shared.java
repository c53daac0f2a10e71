package io.tollgate.gateway.limit.network;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.OwnCounts;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/** What all shared counts of a gateway have in common. */
record Shared(
        String name,
        Store store,
        OwnCounts own,
        int gateways,
        LongSupplier nanos,
        Counter asked,
        Counter aloneCounter) {
    static Shared of(Store store, OwnCounts own, int gateways, LongSupplier nanos, MeterRegistry meters) {
        return new Shared(
                newName(),
                store,
                own,
                gateways,
                nanos,
                meters.counter("tollgate.gateway.limit.store.asked"),
                meters.counter("tollgate.gateway.limit.counted.alone"));
    }

    /** Another one at each start: what a gateway of before holds is not this one's. */
    private static String newName() {
        return HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    }

    long now() {
        return nanos.getAsLong();
    }

    void countAsked() {
        asked.increment();
    }

    void countAlone() {
        aloneCounter.increment();
    }
}
