package io.tollgate.delivery;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** What the tables of this module have in common. */
final class Columns {
    static final int FAILURE = 1000;

    private Columns() {}

    static <T> GenericExecuteSpec optional(
            GenericExecuteSpec statement, String name, Optional<? extends T> value, Class<T> type) {
        return value.isPresent() ? statement.bind(name, value.get()) : statement.bindNull(name, type);
    }

    static GenericExecuteSpec trace(GenericExecuteSpec statement, WireTrace trace) {
        GenericExecuteSpec bound = optional(statement, "traceparent", trace.traceparent(), String.class);
        return optional(bound, "tracestate", trace.tracestate(), String.class);
    }

    static WireTrace trace(Readable row) {
        return new WireTrace(
                Optional.ofNullable(row.get("traceparent", String.class)),
                Optional.ofNullable(row.get("tracestate", String.class)));
    }

    static Mono<Long> count(GenericExecuteSpec statement) {
        return statement.map(row -> row.get(0, Long.class)).one();
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
