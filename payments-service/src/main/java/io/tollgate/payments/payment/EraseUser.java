package io.tollgate.payments.payment;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A user is gone: nothing personal stays, and a receipt says so each time it is asked for. Payments and the ledger stay. */
@Service
public class EraseUser {
    private final List<PersonalData> kept;
    private final PaymentEvents events;
    private final Clock clock;

    EraseUser(List<PersonalData> kept, PaymentEvents events, Clock clock) {
        this.kept = kept;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(String userId, long version) {
        return Flux.fromIterable(kept)
                .concatMap(place -> place.erase(userId))
                .reduce(0L, Long::sum)
                .map(items -> new ErasureReceipt(userId, version, items, clock.instant()))
                .flatMap(events::publish);
    }
}
