package io.tollgate.users.erasure;

import io.tollgate.users.erasure.Erasure.Receipt;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps who has answered; the last answer completes the erasure. A receipt for nobody's erasure is nobody's. */
@Service
public class KeepReceipt {
    private final Erasures erasures;
    private final ErasureProperties properties;
    private final ErasureTimes times;

    public KeepReceipt(Erasures erasures, ErasureProperties properties, ErasureTimes times) {
        this.erasures = erasures;
        this.properties = properties;
        this.times = times;
    }

    public Mono<Void> handle(String userId, Receipt receipt) {
        return erasures.hold(userId)
                .flatMap(erasure -> erasures.keep(userId, receipt))
                .then(Mono.defer(() -> erasures.find(userId)))
                .filter(erasure -> erasure.missing(properties.publishers()).isEmpty())
                .flatMap(whole -> erasures.complete(userId, times.now()));
    }
}
