package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
    static final String OTHER_CLIENT = "cli_01kn44arm0fb393bnh657vqd49";
    static final String STRANGER = "usr_01kpmz9c8yecprv3ajp1v8g0wq";

    private final ApiDocument document;
    private final TestCallers callers;
    private final LiveConnection connection;
    private final Map<String, Supplier<String>> objects = new LinkedHashMap<>();

    private final Map<String, UnaryOperator<JsonNode>> adapters = new LinkedHashMap<>();

    private String owner = OWNER;

    private LiveApi(String service, int port) {
        this.document = new ApiDocument("openapi/" + service + ".v1.yml");
        this.callers = TestCallers.of(service);
        this.connection = new LiveConnection(port);
    }

    public static LiveApi of(String service, int port) {
        return new LiveApi(service, port);
    }

    /** Who it is instead, where a user must exist. */
    public LiveApi ownedBy(String user) {
        owner = user;
        return this;
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

    /** What has to be put into an operation's examples before they are sent, such as a token that no document can know. */
    public LiveApi adapt(String operationId, UnaryOperator<JsonNode> example) {
        adapters.put(operationId, example);
        return this;
    }

    /** Asks for everything in every role; fails where somebody may what the document forbids, or may not what it allows. */
    public void roles(TestReporter reporter) {
        new RoleMatrix(this).run(reporter);
    }

    /** Sends every example of the document; fails where one is not answered as documented. */
    public void examples(TestReporter reporter) {
        new ApiExamples(this).run(reporter);
    }

    JsonNode adapted(ApiOperation operation, JsonNode example) {
        return adapters.getOrDefault(operation.id(), UnaryOperator.identity()).apply(example.deepCopy());
    }

    ApiDocument document() {
        return document;
    }

    String owner() {
        return owner;
    }

    TestCallers callers() {
        return callers;
    }

    /** Somebody who may do it: the owner, if no other must, in every role, through an application with every scope. */
    String anybody(ApiOperation operation) {
        return operation.path().startsWith("/internal/")
                ? callers.internal()
                : callers.bearer(CLIENT, operation.isForOthersOnly() ? STRANGER : owner, ROLES, document.scopes());
    }

    RecordedExchange send(LiveRequest request) {
        return connection.send(request);
    }

    String value(ApiParameter parameter, ApiSamples samples) {
        Supplier<String> fresh = objects.get(parameter.name());
        return fresh == null ? samples.of(parameter.schema()).asText() : fresh.get();
    }
}
