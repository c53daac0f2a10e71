package io.tollgate.http.idempotency;

import io.tollgate.database.DatabaseAutoConfiguration;
import io.tollgate.database.Migrations;
import io.tollgate.http.HttpAutoConfiguration;
import io.tollgate.http.HttpJson;
import io.tollgate.http.Idempotency;
import io.tollgate.http.ProblemWriter;
import io.tollgate.http.Refusals;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Idempotency keys for a service with a database. */
@AutoConfiguration(after = {HttpAutoConfiguration.class, DatabaseAutoConfiguration.class})
@ConditionalOnClass(Migrations.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyAutoConfiguration {
    @Bean
    Migrations idempotencyMigrations() {
        return new Migrations("idempotency", List.of("classpath:io/tollgate/http/idempotency/migration"));
    }

    @Bean
    Answers idempotencyAnswers(HttpJson json, ProblemWriter problems) {
        return new Answers(json, problems);
    }

    @Bean
    IdempotencyRecords idempotencyRecords(
            DatabaseClient database, Answers answers, IdempotencyProperties properties, Clock clock) {
        return new IdempotencyRecords(database, answers, properties.keep(), clock);
    }

    @Bean
    AnswersOfUsers answersOfUsers(DatabaseClient database, IdempotencyProperties properties, Clock clock) {
        return new AnswersOfUsers(database, properties.keep(), clock);
    }

    @Bean
    RecordPurge idempotencyPurge(IdempotencyRecords records, AnswersOfUsers stored, IdempotencyProperties properties) {
        return new RecordPurge(records, stored, properties.purge());
    }

    @Bean
    Execution idempotencyExecution(
            IdempotencyRecords records, Answers answers, Refusals refusals, TransactionalOperator transaction) {
        return new Execution(records, answers, refusals, transaction);
    }

    /** Lazy, so that a service without a POST needs no secret: only who injects it has to bring one. */
    @Bean
    @Lazy
    Idempotency idempotency(Execution execution, IdempotencyProperties properties, HttpJson json, Clock clock) {
        Flights flights = new Flights(properties.patience(), clock);
        return new StoredIdempotency(new Fingerprints(properties.secret(), json), flights, execution);
    }
}
