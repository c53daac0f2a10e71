package io.tollgate.delivery;

import io.tollgate.delivery.DeliveryAutoConfiguration.DeliveryMeters;
import io.tollgate.delivery.OutboxRelay.RelaySettings;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.r2dbc.core.DatabaseClient;

/** How messages leave. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(1);

    private final DeliveryProperties.OutboxSettings settings;
    private final DeliveryMeters meters;
    private final Clock clock;
    private final Nudge nudge = new Nudge();
    private final Nudge failingNudge = new Nudge();

    OutboxConfiguration(DeliveryProperties properties, DeliveryMeters meters, Clock clock) {
        this.settings = properties.outbox();
        this.meters = meters;
        this.clock = clock;
    }

    @Bean
    OutboxStore outboxStore(DatabaseClient client, MessageJson json) {
        return new OutboxStore(client, json);
    }

    @Bean
    PersonalMessages personalMessages(DatabaseClient client, ErasedUsers erased) {
        return new PersonalMessages(client, erased);
    }

    @Bean
    Leases leases(DatabaseClient client, Ids ids) {
        return new Leases(client, clock, ids.uuid().toString(), settings.lease());
    }

    @Bean
    Backlog backlog(OutboxStore store, ParkedMessages parked) {
        return new Backlog(store, parked, settings.backlogLimit(), meters.registry());
    }

    @Bean
    R2dbcOutbox outbox(
            OutboxStore store,
            TraceCarrier traces,
            Backlog backlog,
            MessageJson json,
            Ids ids,
            DeliveryProperties properties) {
        return new R2dbcOutbox(store, new OutboxRows(ids, clock, json, properties.source()), traces, backlog, nudge);
    }

    @Bean
    @ConditionalOnMissingBean(MessageSender.class)
    StreamBridgeSender streamBridgeSender(StreamBridge bridge, TraceCarrier traces) {
        return new StreamBridgeSender(bridge, traces, settings);
    }

    @Bean
    OutboxRelays outboxRelays(OutboxStore store, Leases leases, MessageSender sender) {
        Pauses destinations = new Pauses(clock, settings.maxPause());
        Pauses aggregates = new Pauses(clock, settings.maxPause());
        OutboxMeters counted = new OutboxMeters(meters.registry(), clock);
        Supplier<OutboxBatch> batches = () -> new OutboxBatch(sender, destinations, aggregates, counted);
        RelaySettings relay = new RelaySettings(
                settings.batchSize(), settings.lanes(), settings.pollInterval(), clock, aggregates, counted);
        RelaySettings trying = relay.trying(StreamBridgeSender.TRYING_LANES);
        FailingDestinations failing =
                new FailingDestinations(destinations, settings.maxPause().multipliedBy(2), clock, nudge, failingNudge);
        return new OutboxRelays(
                new OutboxRelay(store, leases, batches, failing.healthy(), relay),
                new OutboxRelay(store, leases, batches, failing.failing(), trying));
    }

    @Bean
    BackgroundLoop outboxRelayLoop(OutboxRelays relays, Leases leases) {
        return new BackgroundLoop(
                "outbox-relay", relays.healthy().round(), leases.release(OutboxRelay.LEASE), nudge, meters.registry());
    }

    /** Ends before the other gives the lease back, or it would take it again. */
    @Bean
    @DependsOn("outboxRelayLoop")
    BackgroundLoop failingRelayLoop(OutboxRelays relays) {
        return new BackgroundLoop("failing-relay", relays.failing().round(), failingNudge, meters.registry());
    }

    @Bean
    BackgroundLoop backlogLoop(Backlog backlog) {
        return new BackgroundLoop(
                "delivery-backlog", backlog.count().thenReturn(COUNT_EVERY), new Nudge(), meters.registry());
    }

    @Bean
    BackgroundLoop purgeLoop(OutboxStore store, Inbox inbox, Leases leases, DeliveryProperties properties) {
        Purge purge = new Purge(
                store,
                inbox,
                leases,
                clock,
                new Purge.Retention(settings.sentRetention(), properties.inbox().retention()));
        return new BackgroundLoop("delivery-purge", purge.round(), new Nudge(), meters.registry());
    }
}
