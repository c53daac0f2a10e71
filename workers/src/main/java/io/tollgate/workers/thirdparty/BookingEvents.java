package io.tollgate.workers.thirdparty;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where facts go; they are told when the transaction commits, and not otherwise. */
public interface BookingEvents {
    Mono<Void> publish(List<BookingFact> facts);
}
