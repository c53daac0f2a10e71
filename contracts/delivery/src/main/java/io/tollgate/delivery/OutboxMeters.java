package io.tollgate.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;

/** Counts what becomes of each message that leaves. */
final class OutboxMeters {
    private final MeterRegistry meters;
    private final Clock clock;

    OutboxMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void sent(OutboxRow row) {
        count(row, "sent");
        Timer.builder("tollgate.outbox.delay")
                .description("From the writing of a message to the broker's word that it has it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters)
                .record(Duration.between(row.createdAt(), clock.instant()));
    }

    void failed(OutboxRow row) {
        count(row, "failed");
    }

    void refused(OutboxRow row) {
        count(row, "refused");
    }

    void leaseLost() {
        meters.counter("tollgate.outbox.lease.lost").increment();
    }

    private void count(OutboxRow row, String outcome) {
        meters.counter("tollgate.outbox.messages", "destination", row.destination(), "outcome", outcome)
                .increment();
    }
}
