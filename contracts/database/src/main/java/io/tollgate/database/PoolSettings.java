package io.tollgate.database;

import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ValidationDepth;

/** The pool as this platform wants it. */
record PoolSettings(DatabaseProperties.Pool pool, Vendor vendor, DatabaseThreads threads) {

    ConnectionPoolConfiguration apply(ConnectionPoolConfiguration.Builder builder) {
        builder.name("tollgate")
                .validationDepth(ValidationDepth.LOCAL)
                .maxSize(pool.maxSize())
                .maxAcquireTime(pool.acquireTimeout())
                .maxCreateConnectionTime(pool.connectTimeout())
                .maxIdleTime(pool.maxIdleTime())
                .maxLifeTime(pool.maxLifeTime());
        if (vendor == Vendor.H2) {
            builder.allocatorSubscribeOn(threads.scheduler())
                    .customizer(connections -> connections.acquisitionScheduler(threads.scheduler()));
        }
        return builder.build();
    }
}
