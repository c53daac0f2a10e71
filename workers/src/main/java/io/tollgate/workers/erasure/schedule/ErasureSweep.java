package io.tollgate.workers.erasure.schedule;

import io.tollgate.workers.erasure.ErasureProperties;
import io.tollgate.workers.erasure.SearchDeadLetters;
import io.tollgate.workers.erasure.UserId;
import io.tollgate.workers.intent.Sweep;
import io.tollgate.workers.intent.Wakes;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Searches for those whose time of grace is over, and once more where a search failed; there is no hurry, and nobody is woken. */
@Component
class ErasureSweep {
    private final Sweep<UserId> sweep;
    private final ErasureProperties properties;

    ErasureSweep(SearchDeadLetters search, ErasureProperties properties) {
        this.sweep = new Sweep<>("erasure", new Wakes<>(), search.due(), search::handle);
        this.properties = properties;
    }

    /** Started once by Spring, which also cancels it. */
    @Scheduled(initialDelay = 0)
    Flux<Void> run() {
        return sweep.run(properties.sweep(), properties.concurrency());
    }
}
