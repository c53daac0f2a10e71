package io.tollgate.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.ReactiveTransactionManager;

/** One address becomes a migrated database and a pool of observed connections; Boot adds client and transactions. */
@AutoConfiguration(before = R2dbcAutoConfiguration.class)
@ConditionalOnMissingBean(ConnectionFactory.class)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseAutoConfiguration {

    @Bean
    DatabaseUrl databaseUrl(DatabaseProperties properties) {
        return DatabaseUrl.parse(properties.variable(), properties.url());
    }

    @Bean
    OpenDatabase openDatabase(DatabaseUrl url) {
        return OpenDatabase.of(url);
    }

    @Bean
    DatabaseThreads databaseThreads(DatabaseProperties properties) {
        return new DatabaseThreads(properties.pool().maxSize());
    }

    @Bean
    @ConditionalOnMissingBean(name = "serviceMigrations")
    Migrations serviceMigrations() {
        return new Migrations("service", List.of("classpath:db/migration/common", "classpath:db/migration/{vendor}"));
    }

    /** Migrating here, not beside it, is what makes "before anything uses a connection" true without a depends-on. */
    @Bean(destroyMethod = "dispose")
    TransactionPool connectionFactory(
            OpenDatabase open,
            DatabaseUrl url,
            ObjectProvider<Migrations> migrations,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<MeterRegistry> meters,
            PoolSettings settings) {
        new MigrationRunner(url, new PathMatchingResourcePatternResolver())
                .run(migrations.orderedStream().toList());
        ConnectionFactory observed = new ObservedConnectionFactory(
                ConnectionFactories.get(url.r2dbc()),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                meters.getIfAvailable(CompositeMeterRegistry::new));
        return new TransactionPool(settings.apply(ConnectionPoolConfiguration.builder(observed)));
    }

    @Bean
    @ConditionalOnMissingBean(ReactiveTransactionManager.class)
    Transactions transactionManager(TransactionPool pool) {
        return new Transactions(pool);
    }

    @Bean
    PoolSettings poolSettings(DatabaseProperties properties, DatabaseUrl url, DatabaseThreads threads) {
        return new PoolSettings(properties.pool(), url.vendor(), threads);
    }
}
