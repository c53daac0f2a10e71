package io.tollgate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** When each entity was last heard of, and how many of its messages are being handled and settled. */
final class ReceiverProgress {
    private final Clock clock;
    private final Instant start;
    private final Map<String, Heard> byEntity = new ConcurrentHashMap<>();

    ReceiverProgress(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    private record Heard(long taken, long handled, long settled, Instant last) {}

    void taken(String entity) {
        change(entity, heard -> new Heard(heard.taken() + 1, heard.handled(), heard.settled(), clock.instant()));
    }

    void handled(String entity) {
        change(entity, heard -> new Heard(heard.taken(), heard.handled() + 1, heard.settled(), clock.instant()));
    }

    void settled(String entity) {
        change(entity, heard -> new Heard(heard.taken(), heard.handled(), heard.settled() + 1, heard.last()));
    }

    /** Its silence begins anew. */
    void rebuilt(String entity) {
        change(entity, heard -> new Heard(heard.taken(), heard.handled(), heard.settled(), clock.instant()));
    }

    /** Nothing is being handled and nothing heard for at least this time. */
    boolean isSilent(String entity, Duration time) {
        Heard heard = heard(entity);
        return heard.taken() == heard.handled() && !heard.last().plus(time).isAfter(clock.instant());
    }

    boolean isAnythingInHand() {
        return byEntity.values().stream().anyMatch(heard -> heard.taken() > heard.settled());
    }

    /** Messages ever taken from it. */
    long takenFrom(String entity) {
        return heard(entity).taken();
    }

    private Heard heard(String entity) {
        return byEntity.getOrDefault(key(entity), new Heard(0, 0, 0, start));
    }

    private void change(String entity, UnaryOperator<Heard> change) {
        byEntity.compute(key(entity), (name, heard) -> change.apply(heard == null ? new Heard(0, 0, 0, start) : heard));
    }

    // Service Bus does not mind the case of its entities' names.
    private static String key(String entity) {
        return entity.toLowerCase(Locale.ROOT);
    }
}
