package io.tollgate.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Opens doors of the vault: none before somebody stands at so many of them. */
final class VaultDoors implements MessageHandler<VaultDoors.Opening> {
    static final String TYPE = "bank.open-door.v1";

    private final int atOnce;
    private final Set<String> stoodAt = ConcurrentHashMap.newKeySet();
    private final Sinks.Empty<Void> enoughAreThere = Sinks.empty();
    private final Set<String> openingNow = ConcurrentHashMap.newKeySet();
    private final Set<String> openedTwiceAtOnce = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Integer>> opened = new ConcurrentHashMap<>();

    VaultDoors(int atOnce) {
        this.atOnce = atOnce;
    }

    /** @param turn which of this door's openings it is */
    record Opening(String door, int turn) {}

    Map<String, List<Integer>> opened() {
        return opened;
    }

    Set<String> openedTwiceAtOnce() {
        return openedTwiceAtOnce;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Opening> dataType() {
        return Opening.class;
    }

    @Override
    public Mono<Void> handle(Opening opening, ReceivedMessage message) {
        arrive(opening.door());
        return enoughAreThere.asMono().then(Mono.fromRunnable(() -> open(opening)));
    }

    private void arrive(String door) {
        if (!openingNow.add(door)) {
            openedTwiceAtOnce.add(door);
        }
        stoodAt.add(door);
        if (stoodAt.size() == atOnce) {
            enoughAreThere.tryEmitEmpty();
        }
    }

    private void open(Opening opening) {
        opened.computeIfAbsent(opening.door(), door -> new CopyOnWriteArrayList<>())
                .add(opening.turn());
        openingNow.remove(opening.door());
    }
}
