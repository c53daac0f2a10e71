package io.tollgate.orders.erasure;

import io.tollgate.orders.order.FormerUsers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Forgets a user and gives a receipt; from then on nothing is taken in his name. Once more finds nothing, and says so. */
@Service
public class EraseUser {
    /** Longer than any request and any handling of a message takes. */
    static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final ForgetUser forgetUser;
    private final FormerUsers formerUsers;
    private final ErasureReceipts receipts;
    private final Clock clock;

    EraseUser(ForgetUser forgetUser, FormerUsers formerUsers, ErasureReceipts receipts, Clock clock) {
        this.forgetUser = forgetUser;
        this.formerUsers = formerUsers;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(String userId, long version, String cause) {
        return Mono.defer(() -> formerUsers.add(userId, clock.instant().plus(UNDER_WAY)))
                .then(Mono.defer(() -> forgetUser.handle(userId, cause)))
                .flatMap(items -> receipts.completed(userId, version, items, clock.instant()));
    }
}
