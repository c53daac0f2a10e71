package io.tollgate.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notices a receiver that silently stopped: nothing arrives although the same message waits. It is taken down and built
 * again, over and over until something arrives; health tells meanwhile (readiness does not).
 */
final class ReceiverWatchdog implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiverWatchdog.class);

    private final ReceiverProgress progress;
    private final WaitingMessages waiting;
    private final BusReceivers receivers;
    private final Settings settings;
    private final MeterRegistry meters;
    private final Map<String, Long> seenBefore = new ConcurrentHashMap<>();
    private final Map<String, Long> silentSince = new ConcurrentHashMap<>();

    /** @param quiet how long nothing may arrive before it is looked whether something waits */
    record Settings(Duration quiet, Clock clock) {}

    ReceiverWatchdog(
            ReceiverProgress progress,
            WaitingMessages waiting,
            BusReceivers receivers,
            Settings settings,
            MeterRegistry meters) {
        this.progress = progress;
        this.waiting = waiting;
        this.receivers = receivers;
        this.settings = settings;
        this.meters = meters;
    }

    Mono<Duration> round() {
        return Flux.defer(() -> Flux.fromIterable(receivers.listened()))
                .concatMap(this::watch)
                .then(Mono.just(settings.quiet().dividedBy(2)));
    }

    private Mono<Void> watch(ListenedEntity entity) {
        silentSince.computeIfPresent(entity.path(), (path, taken) -> taken == progress.takenFrom(path) ? taken : null);
        if (!progress.isSilent(entity.path(), settings.quiet())) {
            seenBefore.remove(entity.path());
            return Mono.empty();
        }
        return waiting.oldest(entity, settings.clock().instant().minus(settings.quiet()))
                .switchIfEmpty(Mono.fromRunnable(() -> rests(entity)))
                .filter(oldest -> isStuck(entity, oldest))
                .flatMap(stuck -> rebuild(entity))
                // The bus itself is away or does not let us look: that is not the receiver's fault.
                .onErrorResume(failure ->
                        Mono.fromRunnable(() -> LOG.debug("cannot look what waits at {}", entity.path(), failure)));
    }

    private void rests(ListenedEntity entity) {
        seenBefore.remove(entity.path());
        silentSince.remove(entity.path());
    }

    // Seen once it may be in another process's hands; seen twice it is in nobody's.
    private boolean isStuck(ListenedEntity entity, Long oldest) {
        return Objects.equals(seenBefore.put(entity.path(), oldest), oldest);
    }

    private Mono<Void> rebuild(ListenedEntity entity) {
        silentSince.put(entity.path(), progress.takenFrom(entity.path()));
        progress.rebuilt(entity.path());
        meters.counter("tollgate.receiver.rebuilt", "entity", entity.path()).increment();
        LOG.error("nothing arrives from {} although messages wait: its receiver is built anew", entity.path());
        return receivers.rebuild(entity);
    }

    @Override
    public Health health() {
        return silentSince.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("silent", List.copyOf(silentSince.keySet()))
                        .build();
    }
}
