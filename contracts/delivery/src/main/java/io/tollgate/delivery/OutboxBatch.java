package io.tollgate.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the rows of one round. Rows about one aggregate share a lane and keep their order; once one of them stays
 * behind, so do the later ones, and the aggregate rests. A destination rests when two rows in a row fail: one alone may be
 * at fault itself.
 */
final class OutboxBatch {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxBatch.class);

    private final MessageSender sender;
    private final Pauses destinations;
    private final Pauses aggregates;
    private final OutboxMeters meters;
    private final Map<String, Integer> failedInARow = new ConcurrentHashMap<>();
    private final Set<String> behind = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> working = ConcurrentHashMap.newKeySet();

    OutboxBatch(MessageSender sender, Pauses destinations, Pauses aggregates, OutboxMeters meters) {
        this.sender = sender;
        this.destinations = destinations;
        this.aggregates = aggregates;
        this.meters = meters;
    }

    /** What became of a row that was tried. */
    record Tried(OutboxRow row, String refusal) {
        boolean isSent() {
            return refusal == null;
        }
    }

    Flux<Tried> send(List<OutboxRow> rows, int lanes) {
        return Flux.fromIterable(rows)
                .groupBy(row -> Math.floorMod(row.subject().hashCode(), lanes))
                .flatMap(lane -> lane.concatMap(this::send), lanes, rows.size());
    }

    /** The destinations that did not take a row. */
    Set<String> failing() {
        return failing;
    }

    /** Those of them that took none, or none after two in a row: one that fails among others that do not is at fault itself. */
    Set<String> down() {
        return failing.stream()
                .filter(name -> !working.contains(name) || failedInARow.getOrDefault(name, 0) > 1)
                .collect(Collectors.toSet());
    }

    /** The destinations that took all that they were sent. */
    Set<String> healthy() {
        return working.stream().filter(name -> !failing.contains(name)).collect(Collectors.toSet());
    }

    private Mono<Tried> send(OutboxRow row) {
        if (behind.contains(row.subject()) || destinations.isPaused(row.destination())) {
            behind.add(row.subject());
            return Mono.empty();
        }
        return sender.send(row)
                .then(Mono.fromSupplier(() -> sent(row)))
                .onErrorResume(SendRefused.class, refusal -> Mono.just(refused(row, refusal)))
                .onErrorResume(failure -> Mono.fromRunnable(() -> failed(row, failure)));
    }

    private Tried sent(OutboxRow row) {
        destinations.succeeded(row.destination());
        aggregates.succeeded(row.subject());
        failedInARow.remove(row.destination());
        working.add(row.destination());
        meters.sent(row);
        return new Tried(row, null);
    }

    private Tried refused(OutboxRow row, SendRefused refusal) {
        behind.add(row.subject());
        meters.refused(row);
        LOG.error(
                "message {} of type {} about {} is refused for good, what follows about it waits: {}",
                row.messageId(),
                row.type(),
                row.subject(),
                refusal.getMessage());
        return new Tried(row, refusal.getMessage());
    }

    private void failed(OutboxRow row, Throwable failure) {
        behind.add(row.subject());
        aggregates.failed(row.subject());
        failing.add(row.destination());
        if (failedInARow.merge(row.destination(), 1, Integer::sum) > 1) {
            destinations.failed(row.destination());
        }
        meters.failed(row);
        LOG.warn("{} does not take {} now, it is tried again: {}", row.destination(), row.messageId(), reason(failure));
    }

    private static String reason(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    }
}
