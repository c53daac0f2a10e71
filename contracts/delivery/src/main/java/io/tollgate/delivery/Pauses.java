package io.tollgate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What failed rests, longer each time, while everything else goes on. */
final class Pauses {
    private static final Duration FIRST = Duration.ofMillis(500);

    private final Clock clock;
    private final Duration longest;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    Pauses(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    private record Pause(Duration length, Instant until) {}

    Set<String> current() {
        Instant forgotten = clock.instant().minus(longest);
        pauses.values().removeIf(pause -> pause.until().isBefore(forgotten));
        return pauses.keySet().stream().filter(this::isPaused).collect(Collectors.toSet());
    }

    boolean isPaused(String name) {
        return isRunning(pauses.get(name));
    }

    private boolean isRunning(Pause pause) {
        return pause != null && clock.instant().isBefore(pause.until());
    }

    /** Several rows of one batch fail together: that is one failure. */
    void failed(String name) {
        pauses.compute(name, (same, before) -> isRunning(before) ? before : longer(before));
    }

    void succeeded(String name) {
        pauses.remove(name);
    }

    private Pause longer(Pause before) {
        Duration length = before == null ? FIRST : shorter(before.length().multipliedBy(2), longest);
        return new Pause(length, clock.instant().plus(length));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
