package io.tollgate.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestReporter;

/**
 * A running service beside its OpenAPI document: what the document allows is sent to it, and what it forbids.
 *
 * <pre>{@code LiveApi.of("orders", port).object("orderId", this::placeOrder).fuzz(reporter)}</pre>
 */
public final class LiveApi {
    /** Who owns the objects, and through which application they were made. */
    public static final String OWNER = "usr_01kpmz88c1ef1tnyr5f7dfw65v";

    public static final String CLIENT = "cli_01kn44arm0fb393bnh657vqd48";
    static final List<String> ROLES = List.of("customer", "catalog-manager", "support", "admin");
    static final String STRANGER = "usr_01kpmz9c8yecprv3ajp1v8g0wq";

    private final ApiDocument document;
    private final TestCallers callers;
    private final LiveConnection connection;
    private final Map<String, Supplier<String>> objects = new LinkedHashMap<>();

    private LiveApi(String service, int port) {
        this.document = new ApiDocument("openapi/" + service + ".v1.yml");
        this.callers = TestCallers.of(service);
        this.connection = new LiveConnection(port);
    }

    public static LiveApi of(String service, int port) {
        return new LiveApi(service, port);
    }

    /** How a new object of {@link #OWNER}, made through {@link #CLIENT}, comes to be; its id is the path's parameter. */
    public LiveApi object(String parameter, Supplier<String> fresh) {
        objects.put(parameter, fresh);
        return this;
    }

    /** Sends requests that break the document in every way; fails when one breaks the service. */
    public void fuzz(TestReporter reporter) {
        new ApiFuzz(this, ApiFuzz.SEED).run(reporter);
    }

    ApiDocument document() {
        return document;
    }

    TestCallers callers() {
        return callers;
    }

    /** Somebody who may do everything: the owner, in every role, through an application with every scope. */
    String anybody(ApiOperation operation) {
        return operation.path().startsWith("/internal/")
                ? callers.internal()
                : callers.bearer(CLIENT, OWNER, ROLES, document.scopes());
    }

    RecordedExchange send(LiveRequest request) {
        return connection.send(request);
    }

    String value(ApiParameter parameter, ApiSamples samples) {
        Supplier<String> fresh = objects.get(parameter.name());
        return fresh == null ? samples.of(parameter.schema()).asText() : fresh.get();
    }
}
