package io.tollgate.http;

import io.tollgate.database.Conflicts;
import io.tollgate.database.Outages;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What a process with a database says when the database is away, or when contention outlasted the re-runs. */
@AutoConfiguration(before = HttpAutoConfiguration.class)
@ConditionalOnClass(Outages.class)
public class DatabaseAccidentsAutoConfiguration {
    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration CONTENDED = Duration.ofSeconds(1);

    @Bean
    Accidents databaseAccidents() {
        return DatabaseAccidentsAutoConfiguration::problemOf;
    }

    private static Optional<Problem> problemOf(Throwable failure) {
        if (Outages.isDatabaseAway(failure)) {
            return Optional.of(Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(AWAY));
        }
        return Conflicts.isConflict(failure)
                ? Optional.of(Problem.of(ProblemTypes.CONFLICT).retryAfter(CONTENDED))
                : Optional.empty();
    }
}
