package io.tollgate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Destinations that failed rest, longer each time, while the others go on. */
final class PausedDestinations {
    private static final Duration FIRST = Duration.ofMillis(500);

    private final Clock clock;
    private final Duration longest;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    PausedDestinations(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    private record Pause(Duration length, Instant until) {}

    Set<String> current() {
        return pauses.keySet().stream().filter(this::isPaused).collect(Collectors.toSet());
    }

    boolean isPaused(String destination) {
        return isRunning(pauses.get(destination));
    }

    private boolean isRunning(Pause pause) {
        return pause != null && clock.instant().isBefore(pause.until());
    }

    /** Several rows of one batch fail together: that is one failure. */
    void failed(String destination) {
        pauses.compute(destination, (name, before) -> isRunning(before) ? before : longer(before));
    }

    void succeeded(String destination) {
        pauses.remove(destination);
    }

    private Pause longer(Pause before) {
        Duration length = before == null ? FIRST : shorter(before.length().multipliedBy(2), longest);
        return new Pause(length, clock.instant().plus(length));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
