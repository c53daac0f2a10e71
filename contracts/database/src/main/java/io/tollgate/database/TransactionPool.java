package io.tollgate.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** A pool that takes no connection back that it has given, and gives a transaction the one that was reserved for it. */
final class TransactionPool extends ConnectionPool {

    TransactionPool(ConnectionPoolConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Mono<Connection> create() {
        Mono<Connection> next = Handover.of(super.create());
        return Mono.deferContextual(context ->
                context.<Reserved>getOrEmpty(Reserved.class).map(Reserved::take).orElse(next));
    }

    /** One connection, for whoever asks for one within its context. */
    static final class Reserved {
        private final AtomicReference<Connection> connection;

        Reserved(Connection connection) {
            this.connection = new AtomicReference<>(connection);
        }

        <T> Mono<T> within(Mono<T> work) {
            return work.contextWrite(context -> context.put(Reserved.class, this));
        }

        private Mono<Connection> take() {
            return Mono.justOrEmpty(connection.getAndSet(null));
        }

        /** Gives back what was not taken. */
        Mono<Void> release() {
            return take().flatMap(unused -> Mono.from(unused.close()));
        }
    }
}
