package io.tollgate.orders.order;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** Counts who follows orders, and lets nobody follow more than its share. */
@Service
public class LiveStreams {
    private final LiveProperties properties;
    private final Map<String, Integer> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    LiveStreams(LiveProperties properties) {
        this.properties = properties;
    }

    /** The stream, counted from its first breath to its last, however it ends. */
    public <T> Flux<T> counted(String userId, Flux<T> stream) {
        return Flux.defer(() -> {
            if (!enter(userId)) {
                return Flux.error(new TooManyStreams());
            }
            return stream.doFinally(signal -> leave(userId));
        });
    }

    public int count() {
        return all.get();
    }

    private boolean enter(String userId) {
        if (all.incrementAndGet() > properties.all()) {
            all.decrementAndGet();
            return false;
        }
        if (byUser.merge(userId, 1, Integer::sum) > properties.perUser()) {
            leave(userId);
            return false;
        }
        return true;
    }

    private void leave(String userId) {
        byUser.computeIfPresent(userId, (user, count) -> count == 1 ? null : count - 1);
        all.decrementAndGet();
    }
}
