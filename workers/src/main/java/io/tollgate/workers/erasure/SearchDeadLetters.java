package io.tollgate.workers.erasure;

import io.tollgate.workers.erasure.DeadLetters.Search;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Goes through the dead letters for one user, holding no connection to the database; what fails is due again after its lease. */
@Service
public class SearchDeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(SearchDeadLetters.class);
    private static final int AT_ONCE = 100;

    private final Erasures erasures;
    private final DeadLetters letters;
    private final FinishErasure finish;
    private final ErasureProperties properties;
    private final Clock clock;

    SearchDeadLetters(
            Erasures erasures, DeadLetters letters, FinishErasure finish, ErasureProperties properties, Clock clock) {
        this.erasures = erasures;
        this.letters = letters;
        this.finish = finish;
        this.properties = properties;
        this.clock = clock;
    }

    public Mono<Void> handle(UserId userId) {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    return erasures.claim(userId, now, now.plus(properties.lease()));
                })
                .flatMap(erasure -> letters.erase(userId).flatMap(search -> keep(erasure, search)));
    }

    public Flux<UserId> due() {
        return Flux.defer(() -> erasures.due(clock.instant(), AT_ONCE));
    }

    private Mono<Void> keep(Erasure erasure, Search search) {
        if (search.isComplete()) {
            return finish.handle(erasure, search.removed());
        }
        LOG.warn("{} dead letters of {} are out of reach, and looked for again", search.left(), erasure.userId());
        return erasures.count(erasure, search.removed());
    }
}
