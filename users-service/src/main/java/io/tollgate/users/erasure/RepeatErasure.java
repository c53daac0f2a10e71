package io.tollgate.users.erasure;

import io.tollgate.users.account.UserEvents;
import io.tollgate.users.account.UserFact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells of one erasure again, once a day however many processes there are. */
@Service
public class RepeatErasure {
    private final Erasures erasures;
    private final UserEvents events;
    private final ErasureTimes times;

    public RepeatErasure(Erasures erasures, UserEvents events, ErasureTimes times) {
        this.erasures = erasures;
        this.events = events;
        this.times = times;
    }

    @Transactional
    public Mono<Void> handle(String userId) {
        return erasures.postpone(userId, times.now(), times.next())
                .filter(due -> due)
                .flatMap(due -> erasures.find(userId))
                .flatMap(erasure ->
                        events.publish(new UserFact.Erased(userId, erasure.userVersion(), erasure.erasedAt())));
    }
}
