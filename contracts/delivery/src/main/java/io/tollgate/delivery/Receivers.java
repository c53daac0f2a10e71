package io.tollgate.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/** Makes the functions that the binder calls, one message at a time. */
public final class Receivers {
    private final MessageJson json;
    private final Handling handling;
    private final Parking parking;
    private final Settlement settlement;
    private final Map<String, Receiver> byConsumer = new ConcurrentHashMap<>();

    Receivers(MessageJson json, Handling handling, Parking parking, Settlement settlement) {
        this.json = json;
        this.handling = handling;
        this.parking = parking;
        this.settlement = settlement;
    }

    /**
     * A consumer of one entity.
     *
     * @param consumer its name in inbox, parking and metrics; for ever, since what was received is known by it
     */
    public Consumer<Message<byte[]>> receiver(String consumer, Collection<? extends MessageHandler<?>> handlers) {
        Receiver receiver = new Receiver(consumer, new HandlerTable(handlers), json, handling, parking);
        if (byConsumer.putIfAbsent(consumer, receiver) != null) {
            throw new IllegalArgumentException("two receivers are called " + consumer);
        }
        return message -> settlement.settle(BrokerLock.of(message), receiver, message);
    }

    Optional<Receiver> find(String consumer) {
        return Optional.ofNullable(byConsumer.get(consumer));
    }
}
