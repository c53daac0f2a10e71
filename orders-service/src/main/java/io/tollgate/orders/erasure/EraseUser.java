package io.tollgate.orders.erasure;

import io.tollgate.orders.order.ForgetBuyer;
import io.tollgate.orders.refund.Refunds;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets a user everywhere here and gives a receipt; once more finds nothing, and says so. */
@Service
public class EraseUser {
    private final ForgetBuyer forgetBuyer;
    private final Refunds refunds;
    private final List<PersonalData> elsewhere;
    private final ErasureReceipts receipts;
    private final Clock clock;

    EraseUser(
            ForgetBuyer forgetBuyer,
            Refunds refunds,
            List<PersonalData> elsewhere,
            ErasureReceipts receipts,
            Clock clock) {
        this.forgetBuyer = forgetBuyer;
        this.refunds = refunds;
        this.elsewhere = elsewhere;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(String userId, long version, String cause) {
        return Flux.concat(
                        forgetBuyer.handle(userId, cause),
                        refunds.forgetReasons(userId),
                        Flux.fromIterable(elsewhere).concatMap(place -> place.erase(userId)))
                .reduce(0L, Long::sum)
                .flatMap(items -> receipts.completed(userId, version, items, clock.instant()));
    }
}
