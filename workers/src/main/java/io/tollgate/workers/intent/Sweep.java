package io.tollgate.workers.intent;

import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works on every intent that was just committed and on every one left behind: one stream that no failure ends. */
public final class Sweep<K> {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final String name;
    private final Wakes<K> wakes;
    private final Flux<K> due;
    private final Function<K, Mono<Void>> work;

    /**
     * @param due those left behind, some at a time; asked again at every tick
     * @param work claims the intent first, and does nothing when somebody else has it
     */
    public Sweep(String name, Wakes<K> wakes, Flux<K> due, Function<K, Mono<Void>> work) {
        this.name = name;
        this.wakes = wakes;
        this.due = due;
        this.work = work;
    }

    public Flux<Void> run(Duration every, int concurrency) {
        return Flux.merge(wakes.heard(), leftBehind(every)).flatMap(this::isolated, concurrency, 1);
    }

    private Flux<K> leftBehind(Duration every) {
        return Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(tick -> due.onErrorResume(this::notFound), 1);
    }

    /** The fallback for what nobody foresaw: the claim runs out, and the intent is found again. */
    private Mono<Void> isolated(K key) {
        return work.apply(key).onErrorResume(failure -> {
            LOG.error("{} {} failed and is taken up again when its claim has run out", name, key, failure);
            return Mono.empty();
        });
    }

    /** The fallback for a database that is away: the next tick asks again. */
    private Flux<K> notFound(Throwable failure) {
        LOG.warn("what is left of {} cannot be looked up", name, failure);
        return Flux.empty();
    }
}
