package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.test.StepVerifier;

class DatabaseAutoConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DatabaseAutoConfiguration.class,
                    R2dbcAutoConfiguration.class,
                    R2dbcTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class))
            .withPropertyValues("tollgate.database.variable=TOLLGATE_LIBRARY_DB_URL");

    @Test
    void one_address_gives_a_migrated_pool_a_client_and_transactions() {
        in("r2dbc:h2:mem:///one")
                .withBean("libraryMigrations", Migrations.class, DatabaseAutoConfigurationTest::library)
                .run(context -> {
                    assertThat(context).hasSingleBean(ConnectionFactory.class).hasSingleBean(ConnectionPool.class);
                    assertThat(context).hasSingleBean(TransactionalOperator.class);
                    assertThat(tables(context.getBean(DatabaseClient.class)))
                            .contains("book", "borrowed", "schema_history_service", "schema_history_library");
                });
    }

    @Test
    void what_was_written_is_there_after_a_restart_and_is_not_migrated_again(@TempDir Path directory) {
        ApplicationContextRunner service = in("r2dbc:h2:file:///" + directory + "/library");

        service.run(context -> execute(context.getBean(DatabaseClient.class), Books.INSERT));
        service.run(context ->
                assertThat(Books.count(context.getBean(DatabaseClient.class))).isOne());
    }

    @Test
    void a_connection_of_the_embedded_database_is_handed_over_on_a_thread_that_may_wait() {
        in("r2dbc:h2:mem:///threads").run(context -> {
            DatabaseClient client = context.getBean(DatabaseClient.class);
            for (int i = 0; i < 3; i++) {
                client.sql("SELECT 1")
                        .map(row -> Thread.currentThread().getName())
                        .one()
                        .as(StepVerifier::create)
                        .assertNext(thread -> assertThat(thread).startsWith("database"))
                        .verifyComplete();
            }
        });
    }

    @Test
    void a_connection_is_handed_over_without_a_statement() {
        in("r2dbc:h2:mem:///unasked").run(context -> {
            DatabaseClient client = context.getBean(DatabaseClient.class);
            execute(client, "SET QUERY_STATISTICS TRUE");
            client.sql("SELECT 1").then().block();

            assertThat(client.sql("SELECT SQL_STATEMENT FROM INFORMATION_SCHEMA.QUERY_STATISTICS")
                            .map(row -> row.get(0, String.class))
                            .all()
                            .collectList()
                            .block())
                    .contains("SELECT 1")
                    .noneMatch(statement -> statement.contains("CURRENT_TIMESTAMP"));
        });
    }

    @Test
    void statements_are_observed_when_the_service_observes() {
        List<String> seen = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Recording(seen));
        in("r2dbc:h2:mem:///observed")
                .withBean(ObservationRegistry.class, () -> registry)
                .run(context -> execute(context.getBean(DatabaseClient.class), "SELECT 1"));

        assertThat(seen).containsExactly("r2dbc.query");
    }

    @Test
    void a_start_without_an_address_names_the_variable() {
        in("").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(DatabaseStartFailure.class)
                .hasMessage("TOLLGATE_LIBRARY_DB_URL is not set."));
    }

    @Test
    void a_pool_without_connections_is_refused() {
        in("r2dbc:h2:mem:///none")
                .withPropertyValues("tollgate.database.pool.max-size=0")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void a_pool_whose_times_contradict_each_other_is_refused() {
        for (String times : new String[] {"acquire-timeout=4s", "connect-timeout=0s", "max-life-time=-1s"}) {
            in("r2dbc:h2:mem:///none")
                    .withPropertyValues("tollgate.database.pool." + times)
                    .run(context -> assertThat(context).hasFailed());
        }
    }

    private ApplicationContextRunner in(String url) {
        return runner.withPropertyValues("tollgate.database.url=" + url);
    }

    private static Migrations library() {
        return new Migrations("library", List.of("classpath:library/migration", "classpath:library/{vendor}"));
    }

    private static List<String> tables(DatabaseClient client) {
        return client.sql("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES")
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private static void execute(DatabaseClient client, String sql) {
        client.sql(sql)
                .fetch()
                .rowsUpdated()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }
}
