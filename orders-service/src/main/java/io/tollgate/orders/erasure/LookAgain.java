package io.tollgate.orders.erasure;

import io.tollgate.orders.order.FormerUsers;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Looks once more for what erased users left, when nothing of theirs can be under way any more. */
@Service
public class LookAgain {
    private static final int AT_ONCE = 100;

    private final FormerUsers formerUsers;
    private final EraseRest eraseRest;
    private final Clock clock;

    LookAgain(FormerUsers formerUsers, EraseRest eraseRest, Clock clock) {
        this.formerUsers = formerUsers;
        this.eraseRest = eraseRest;
        this.clock = clock;
    }

    public Mono<Void> handle() {
        return Mono.defer(() -> formerUsers
                .due(clock.instant(), AT_ONCE)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(eraseRest::handle)
                .then());
    }
}
