package io.tollgate.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which handler hears which type; a type is its name and, after the last dot, its version. */
final class HandlerTable {
    private final Map<String, MessageHandler<?>> byType;
    private final Set<String> names;

    HandlerTable(Collection<? extends MessageHandler<?>> handlers) {
        // two handlers of one type are a mistake of the service: toMap stops the start and names the type
        byType = handlers.stream().collect(Collectors.toMap(MessageHandler::type, Function.identity()));
        names = byType.keySet().stream().map(HandlerTable::name).collect(Collectors.toSet());
    }

    Optional<MessageHandler<?>> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** Whether another version of this type is heard here: then its publisher and this reader have drifted apart. */
    boolean knowsAnotherVersion(String type) {
        return names.contains(name(type));
    }

    private static String name(String type) {
        return type.replaceFirst("\\.v\\d+$", "");
    }
}
