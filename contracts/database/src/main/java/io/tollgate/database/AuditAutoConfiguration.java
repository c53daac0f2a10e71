package io.tollgate.database;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.r2dbc.core.DatabaseClient;

/** Opens a service's books to an auditor on the management port, where that is exposed. */
@AutoConfiguration(after = {DatabaseAutoConfiguration.class, R2dbcAutoConfiguration.class})
public class AuditAutoConfiguration {

    @Bean
    @ConditionalOnAvailableEndpoint
    AuditEndpoint auditEndpoint(DatabaseClient database) {
        return new AuditEndpoint(AuditTables.of(new PathMatchingResourcePatternResolver()), database);
    }
}
