package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/**
 * The OpenAPI document of one service, held against what really goes over HTTP. A test client carries it once:
 *
 * <pre>{@code WebTestClient.bindToServer()….entityExchangeResultConsumer(ApiContract.of("orders").exchangeConsumer())}</pre>
 */
public final class ApiContract {
    private final ApiDocument document;
    private final Set<String> operations = new TreeSet<>();

    private ApiContract(String service) {
        document = new ApiDocument("openapi/" + service + ".v1.yml");
        document.operations().forEach(operation -> operations.add(operation.name()));
    }

    public static ApiContract of(String service) {
        return new ApiContract(service);
    }

    /** Fails on an exchange whose operation, status, media type, headers or bodies are not as documented. */
    public Consumer<EntityExchangeResult<?>> exchangeConsumer() {
        return this::assertDocumented;
    }

    /** Every operation, such as {@code GET /v1/orders/{id}}. */
    public Set<String> operations() {
        return Set.copyOf(operations);
    }

    /** What the operations ask of an API client, such as {@code orders:read}. */
    public Set<String> scopes() {
        return Set.of(document.scopes());
    }

    /** Every reference leads somewhere, every operation has a name of its own, every example is as its schema says. */
    public void assertSound() {
        assertThat(document.flaws()).as("flaws of %s", document).isEmpty();
    }

    private void assertDocumented(EntityExchangeResult<?> result) {
        RecordedExchange exchange = RecordedExchange.of(result);
        ApiOperation operation = document.operation(exchange.method(), exchange.path());
        assertThat(operation.disagreements(exchange))
                .as(
                        "%s %s answered %d: what %s says to it",
                        exchange.method(), exchange.path(), exchange.status(), document)
                .isEmpty();
    }
}
