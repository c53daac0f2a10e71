package io.tollgate.users.plan.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.http.HttpJson;
import io.tollgate.users.plan.KeptPlan;
import io.tollgate.users.plan.Plan;
import io.tollgate.users.plan.PlanRefused;
import io.tollgate.users.plan.PlanSource;
import io.tollgate.users.plan.Plans;
import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans on SQL; that one which clients have stays is a foreign key of theirs. */
@Component
class R2dbcPlans implements Plans {
    private static final String ALL = "SELECT name, source, definition, version FROM api_plan ORDER BY name";
    private static final String FIND = "SELECT name, source, definition, version FROM api_plan WHERE name = :name";
    private static final String HOLD = "UPDATE plan_book SET changes = changes + 1 WHERE id = 1";
    private static final String INSERT =
            """
            INSERT INTO api_plan (name, source, definition, version, changed_at)
            VALUES (:name, :source, :definition, :version, :now)
            """;
    private static final String SAVE =
            """
            UPDATE api_plan SET source = :source, definition = :definition, version = :version, changed_at = :now
            WHERE name = :name
            """;
    private static final String REMOVE =
            """
            DELETE FROM api_plan
            WHERE name = :name AND NOT EXISTS (SELECT 1 FROM api_client WHERE api_client.plan_name = api_plan.name)
            """;

    private final DatabaseClient database;
    private final ObjectMapper json;
    private final Clock clock;

    R2dbcPlans(DatabaseClient database, HttpJson json, Clock clock) {
        this.database = database;
        this.json = json.mapper();
        this.clock = clock;
    }

    @Override
    public Flux<KeptPlan> all() {
        return database.sql(ALL).map(this::plan).all();
    }

    @Override
    public Mono<KeptPlan> find(String name) {
        return database.sql(FIND).bind("name", name).map(this::plan).one();
    }

    @Override
    public Mono<Void> hold() {
        return database.sql(HOLD).then();
    }

    @Override
    public Mono<Void> add(KeptPlan plan) {
        return bind(database.sql(INSERT), plan).then();
    }

    @Override
    public Mono<Void> save(KeptPlan plan) {
        return bind(database.sql(SAVE), plan).then();
    }

    @Override
    public Mono<Void> remove(KeptPlan plan) {
        return database.sql(REMOVE)
                .bind("name", plan.name())
                .fetch()
                .rowsUpdated()
                .filter(removed -> removed == 1)
                .switchIfEmpty(Mono.error(PlanRefused.InUse::new))
                .onErrorMap(DataIntegrityViolationException.class, used -> new PlanRefused.InUse())
                .then();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, KeptPlan plan) {
        return statement
                .bind("name", plan.name())
                .bind("source", plan.source().name())
                .bind("definition", written(plan.plan().named(null)))
                .bind("version", plan.version())
                .bind("now", UtcDateTime.toColumn(clock.instant()));
    }

    private KeptPlan plan(Readable row) {
        return new KeptPlan(
                read(row.get("definition", String.class)).named(row.get("name", String.class)),
                PlanSource.valueOf(row.get("source", String.class)),
                row.get("version", Long.class));
    }

    private String written(Plan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a plan is JSON", impossible);
        }
    }

    private Plan read(String definition) {
        try {
            return json.readValue(definition, Plan.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a kept plan is not as this release knows plans", unreadable);
        }
    }
}
