package io.tollgate.gateway.usage;

import reactor.core.publisher.Mono;

/** Tells users-service. */
public interface ReportSender {
    /** Fails while it is not known whether the report has arrived. */
    Mono<Arrival> send(Report report);

    /** What became of a report. */
    enum Arrival {
        TAKEN,
        /** It will never be taken: there is a mistake in it. */
        REFUSED
    }
}
