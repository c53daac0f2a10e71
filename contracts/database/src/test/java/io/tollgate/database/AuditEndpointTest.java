package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class AuditEndpointTest {
    private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DatabaseAutoConfiguration.class, R2dbcAutoConfiguration.class, AuditAutoConfiguration.class))
            .withPropertyValues(
                    "tollgate.database.variable=TOLLGATE_LIBRARY_DB_URL",
                    "tollgate.database.url=r2dbc:h2:mem:///audited");

    @Test
    void an_auditor_reads_a_table_to_its_end() {
        audited("read", audit -> {
            assertThat(audit.tables()).containsExactly("book");
            titles(audit, null).as(StepVerifier::create).expectNext("A", "B").verifyComplete();
            titles(audit, "b").as(StepVerifier::create).expectNext("C").verifyComplete();
            titles(audit, "c").as(StepVerifier::create).verifyComplete();
        });
    }

    @Test
    void no_other_table_can_be_read() {
        audited("other", audit -> audit.rows("schema_history_service", null)
                .as(StepVerifier::create)
                .verifyComplete());
    }

    @Test
    void nothing_can_be_read_where_the_endpoint_is_not_exposed() {
        runner.run(context -> assertThat(context).doesNotHaveBean(AuditEndpoint.class));
    }

    private static Flux<Object> titles(AuditEndpoint audit, String after) {
        return audit.rows("book", after).flatMapIterable(rows -> rows).map(row -> row.get("title"));
    }

    private void audited(String database, Consumer<AuditEndpoint> test) {
        runner.withPropertyValues(
                        "tollgate.database.url=r2dbc:h2:mem:///audited-" + database,
                        "management.endpoints.web.exposure.include=audit",
                        "management.endpoint.audit.access=READ_ONLY")
                .run(context -> {
                    fill(context.getBean(DatabaseClient.class));
                    test.accept(context.getBean(AuditEndpoint.class));
                });
    }

    private static void fill(DatabaseClient database) {
        Flux.just("a", "b", "c")
                .concatMap(id -> database.sql("INSERT INTO book (id, title, copies, added_at)"
                                + " VALUES (:id, :title, 1, '2026-01-01 00:00:00')")
                        .bind("id", id)
                        .bind("title", id.toUpperCase())
                        .fetch()
                        .rowsUpdated())
                .as(StepVerifier::create)
                .expectNextCount(3)
                .verifyComplete();
    }
}
