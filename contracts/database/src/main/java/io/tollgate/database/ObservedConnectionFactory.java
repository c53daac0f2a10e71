package io.tollgate.database;

import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;

/** Connections whose statements are observed, by hand: proxies by reflection cost as much as the statements. */
final class ObservedConnectionFactory implements ConnectionFactory, Wrapped<ConnectionFactory> {
    private final ConnectionFactory factory;
    private final StatementObservations observations;

    ObservedConnectionFactory(ConnectionFactory factory, ObservationRegistry registry) {
        this.factory = factory;
        this.observations =
                new StatementObservations(registry, factory.getMetadata().getName());
    }

    @Override
    public Mono<ObservedConnection> create() {
        return Mono.from(factory.create()).map(connection -> new ObservedConnection(connection, observations));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return factory;
    }
}
