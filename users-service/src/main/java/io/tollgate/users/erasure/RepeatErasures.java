package io.tollgate.users.erasure;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells others again of those whom not all have forgotten yet. */
@Service
public class RepeatErasures {
    private static final int AT_ONCE = 100;

    private final Erasures erasures;
    private final RepeatErasure repeat;
    private final ErasureTimes times;

    public RepeatErasures(Erasures erasures, RepeatErasure repeat, ErasureTimes times) {
        this.erasures = erasures;
        this.repeat = repeat;
        this.times = times;
    }

    public Mono<Void> handle() {
        return Mono.defer(() ->
                erasures.due(times.now(), AT_ONCE).concatMap(repeat::handle).then());
    }
}
