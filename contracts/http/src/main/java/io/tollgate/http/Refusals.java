package io.tollgate.http;

import io.tollgate.values.TooBusy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.Exceptions;

/** What a failure means to the caller, if it means anything: the conventions' own, the features' tables, then the framework's. */
public final class Refusals {
    private final List<RefusalTable> tables;

    public Refusals(List<RefusalTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Empty means that nobody expected this failure: it is a bug or an accident, and a 500. */
    public Optional<Problem> problemOf(Throwable failure) {
        Throwable thrown = Exceptions.unwrap(failure);
        if (thrown instanceof HttpRefusal refusal) {
            return Optional.of(refusal.problem());
        }
        return fromTables(thrown).or(() -> busy(thrown)).or(() -> FrameworkRefusals.problemOf(thrown));
    }

    private Optional<Problem> fromTables(Throwable thrown) {
        return tables.stream()
                .map(table -> table.problemOf(thrown))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> busy(Throwable thrown) {
        return Stream.of(thrown)
                .filter(TooBusy.class::isInstance)
                .map(TooBusy.class::cast)
                .map(busy -> Problem.of(ProblemTypes.TOO_BUSY).retryAfter(busy.retryAfter()))
                .findFirst();
    }
}
