package io.tollgate.orders.erasure;

import io.tollgate.orders.order.ForgetBuyer;
import io.tollgate.orders.refund.Refunds;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets a user everywhere here, in the caller's transaction, and says how many records lost something. */
@Service
class ForgetUser {
    private final ForgetBuyer forgetBuyer;
    private final Refunds refunds;
    private final List<PersonalData> elsewhere;

    ForgetUser(ForgetBuyer forgetBuyer, Refunds refunds, List<PersonalData> elsewhere) {
        this.forgetBuyer = forgetBuyer;
        this.refunds = refunds;
        this.elsewhere = elsewhere;
    }

    Mono<Long> handle(String userId, String cause) {
        return Flux.concat(
                        forgetBuyer.handle(userId, cause),
                        refunds.forgetReasons(userId),
                        Flux.fromIterable(elsewhere).concatMap(place -> place.erase(userId)))
                .reduce(0L, Long::sum);
    }
}
