package io.tollgate.delivery;

import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.spring.cloud.stream.binder.servicebus.config.ServiceBusProcessorFactoryCustomizer;
import com.azure.spring.messaging.servicebus.core.ServiceBusProcessorFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The clients that the binder receives with. Stopping a binding leaves its client running, so a drain and a rebuild are
 * asked of the clients themselves.
 */
final class BusReceivers implements ServiceBusProcessorFactoryCustomizer, SmartLifecycle {
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final ReceiverProgress progress;
    private final Map<ListenedEntity, ServiceBusProcessorClient> clients = new ConcurrentHashMap<>();
    private volatile boolean running;

    BusReceivers(ReceiverProgress progress) {
        this.progress = progress;
    }

    @Override
    public void customize(ServiceBusProcessorFactory factory) {
        factory.addListener((name, client) -> clients.put(ListenedEntity.of(client), client));
    }

    Collection<ListenedEntity> listened() {
        return clients.keySet();
    }

    /** Another client over another line; closing a dead one may take its time. */
    Mono<Void> rebuild(ListenedEntity entity) {
        return Mono.<Void>fromRunnable(() -> {
                    clients.get(entity).close();
                    clients.get(entity).start();
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public void start() {
        running = true;
    }

    /** What is in hand is finished, and from then on nothing is taken: a client that stops interrupts its handlers. */
    @Override
    public void stop() {
        running = false;
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (progress.isAnythingInHand() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        clients.values().forEach(ServiceBusProcessorClient::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First of all: while requests still drain, no message is begun. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }
}
