package io.tollgate.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A feature's refusals and what a caller is told about each; a row also holds for the subtypes that have no row of their own. */
public final class RefusalTable {
    private final Map<Class<?>, Function<Object, Problem>> rows;

    private RefusalTable(Map<Class<?>, Function<Object, Problem>> rows) {
        this.rows = rows;
    }

    public static RefusalTable of() {
        return new RefusalTable(Map.of());
    }

    public <T> RefusalTable on(Class<T> refusal, Function<? super T, Problem> problem) {
        Map<Class<?>, Function<Object, Problem>> more = new LinkedHashMap<>(rows);
        more.put(refusal, thrown -> problem.apply(refusal.cast(thrown)));
        return new RefusalTable(more);
    }

    /** The problem of the nearest row in the type's hierarchy, classes before interfaces. */
    public Optional<Problem> problemOf(Throwable refusal) {
        return lineage(refusal.getClass()).filter(rows::containsKey).findFirst().map(type -> rows.get(type)
                .apply(refusal));
    }

    private static Stream<Class<?>> lineage(Class<?> type) {
        Stream<Class<?>> classes = Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass);
        return Stream.concat(classes, interfacesOf(type));
    }

    private static Stream<Class<?>> interfacesOf(Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type.getInterfaces()).flatMap(i -> Stream.concat(Stream.of(i), interfacesOf(i))),
                        interfacesOf(type.getSuperclass()));
    }
}
