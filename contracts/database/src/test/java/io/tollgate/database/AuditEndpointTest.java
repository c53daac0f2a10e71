package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
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
            assertThat(audit.tables()).containsExactly("book", "copies");
            titles(audit.rows("book", null))
                    .as(StepVerifier::create)
                    .expectNext("A", "B")
                    .verifyComplete();
            titles(audit.rows("book", "b"))
                    .as(StepVerifier::create)
                    .expectNext("C")
                    .verifyComplete();
            titles(audit.rows("book", "c")).as(StepVerifier::create).verifyComplete();
        });
    }

    @Test
    void a_table_may_be_read_by_a_number() {
        audited("number", audit -> {
            titles(audit.rows("copies", null))
                    .as(StepVerifier::create)
                    .expectNext("A", "B")
                    .verifyComplete();
            titles(audit.rows("copies", "2"))
                    .as(StepVerifier::create)
                    .expectNext("C")
                    .verifyComplete();
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

    private static Flux<Object> titles(Mono<List<Map<String, Object>>> page) {
        return page.flatMapIterable(rows -> rows).map(row -> row.get("title"));
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
                .index()
                .concatMap(book -> database.sql("INSERT INTO book (id, title, copies, added_at)"
                                + " VALUES (:id, :title, :copies, '2026-01-01 00:00:00')")
                        .bind("id", book.getT2())
                        .bind("title", book.getT2().toUpperCase())
                        .bind("copies", book.getT1() + 1)
                        .fetch()
                        .rowsUpdated())
                .as(StepVerifier::create)
                .expectNextCount(3)
                .verifyComplete();
    }
}
