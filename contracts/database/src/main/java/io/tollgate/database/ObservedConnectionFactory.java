package io.tollgate.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.h2.H2ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;

/** Connections whose statements are observed, by hand: proxies by reflection cost as much as the statements. */
final class ObservedConnectionFactory implements ConnectionFactory, Wrapped<ConnectionFactory> {
    private final ConnectionFactory factory;
    private final StatementObservations observations;
    private final boolean inProcess;

    ObservedConnectionFactory(ConnectionFactory factory, ObservationRegistry registry, MeterRegistry meters) {
        String driver = factory.getMetadata().getName();
        this.factory = factory;
        this.observations = new StatementObservations(registry, new StatementTimers(meters, driver), driver);
        this.inProcess = driver.equals(H2ConnectionFactoryMetadata.NAME);
    }

    @Override
    public Mono<ObservedConnection> create() {
        return Mono.from(factory.create())
                .map(connection -> new ObservedConnection(connection, observations, inProcess));
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
