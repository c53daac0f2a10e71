package io.tollgate.delivery;

import io.tollgate.delivery.DeliveryAutoConfiguration.DeliveryMeters;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** How messages arrive and wait. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    private final DeliveryProperties properties;
    private final Clock clock;
    private final ReceiverMeters meters;
    private final Backoff backoff;
    private final Nudge nudge = new Nudge();

    InboxConfiguration(DeliveryProperties properties, DeliveryMeters meters, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.meters = new ReceiverMeters(meters.registry());
        DeliveryProperties.ParkingSettings parking = properties.parking();
        this.backoff = new Backoff(
                parking.firstPause(), parking.maxPause(), parking.jitter(), () -> ThreadLocalRandom.current()
                        .nextDouble());
    }

    @Bean
    Inbox inbox(DatabaseClient client) {
        return new Inbox(client, clock, properties.inbox().oldest());
    }

    @Bean
    ParkedMessages parkedMessages(DatabaseClient client) {
        return new ParkedMessages(client, clock);
    }

    @Bean
    ErasedUsers erasedUsers(DatabaseClient client) {
        return new ErasedUsers(client);
    }

    @Bean
    Parking parking(ParkedMessages parked, ErasedUsers erased) {
        return new Parking(parked, erased, backoff, clock, nudge);
    }

    @Bean
    Handling handling(Inbox inbox, TransactionalOperator transaction, TraceCarrier traces) {
        return new Handling(inbox, transaction, traces, properties.inbox().handlerTimeout());
    }

    @Bean
    ReceiverProgress receiverProgress() {
        return new ReceiverProgress(clock);
    }

    @Bean
    Settlement settlement(ReceiverProgress progress) {
        return new Settlement(meters, progress);
    }

    @Bean
    Receivers receivers(MessageJson json, Handling handling, Parking parking, Settlement settlement) {
        return new Receivers(json, handling, parking, settlement);
    }

    @Bean
    DeadLetters deadLetters(ParkedMessages parked, Inbox inbox, R2dbcOutbox outbox, TransactionalOperator transaction) {
        return new DeadLetters(
                parked,
                inbox,
                outbox,
                transaction,
                new DeadLetters.Settings(properties.parking().deadLetterDestination(), clock));
    }

    @Bean
    Leases parkingLeases(DatabaseClient client, Ids ids) {
        return new Leases(client, clock, ids.uuid().toString(), ParkingRetry.LEASE_TIME);
    }

    @Bean
    ParkingRetry parkingRetry(
            ParkedMessages parked,
            Receivers receivers,
            Handling handling,
            DeadLetters deadLetters,
            Leases parkingLeases,
            ErasedUsers erased) {
        DeliveryProperties.ParkingSettings parking = properties.parking();
        return new ParkingRetry(
                parked,
                receivers,
                handling,
                deadLetters,
                new ParkingRetry.Settings(
                        parking.attempts(),
                        parking.concurrency(),
                        parking.pollInterval(),
                        backoff,
                        erased,
                        parkingLeases,
                        clock,
                        meters));
    }

    @Bean
    BackgroundLoop parkingLoop(ParkingRetry retry, Leases parkingLeases, DeliveryMeters counted) {
        return new BackgroundLoop(
                "parking-retry", retry.round(), parkingLeases.release(ParkingRetry.LEASE), nudge, counted.registry());
    }
}
