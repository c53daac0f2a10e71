package io.tollgate.gateway.limit.network;

import java.util.List;
import java.util.stream.Stream;

/** Arguments as Redis takes them. */
final class Arguments {
    private Arguments() {}

    static List<String> of(Object... values) {
        return Stream.of(values).map(String::valueOf).toList();
    }
}
