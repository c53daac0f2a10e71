package io.tollgate.sandbox.http;

import java.util.function.Function;
import java.util.regex.Pattern;

/** One operation: method, path pattern (each group is a path variable), and what it does. */
public record Endpoint(String method, Pattern path, Function<Call, Answer> operation) {

    public static Endpoint of(String method, String path, Function<Call, Answer> operation) {
        return new Endpoint(method, Pattern.compile(path), operation);
    }

    /** The same, behind a check that throws what it refuses with. */
    public Endpoint guardedBy(java.util.function.Consumer<Call> check) {
        return new Endpoint(method, path, call -> {
            check.accept(call);
            return operation.apply(call);
        });
    }
}
