package io.tollgate.http;

import io.tollgate.values.TooBusy;
import java.util.List;
import java.util.Optional;
import reactor.core.Exceptions;

/** What a failure means to the caller, if it means anything. */
public final class Refusals {
    private final List<RefusalTable> tables;
    private final List<Accidents> accidents;

    Refusals(List<RefusalTable> tables, List<Accidents> accidents) {
        this.tables = tables;
        this.accidents = accidents;
    }

    /** Empty means that nobody expected this failure: it is a bug, and a 500. */
    public Optional<Problem> problemOf(Throwable failure) {
        Throwable thrown = Exceptions.unwrap(failure);
        return decided(thrown)
                .or(() -> ofConventions(thrown))
                .or(() -> ofAccidents(thrown))
                .or(() -> FrameworkRefusals.problemOf(thrown));
    }

    /** The answer alone that a feature decided on: the same request would be refused again. */
    public Optional<Problem> decided(Throwable failure) {
        Throwable thrown = Exceptions.unwrap(failure);
        return tables.stream()
                .map(table -> table.problemOf(thrown))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> ofConventions(Throwable thrown) {
        if (thrown instanceof HttpRefusal refusal) {
            return Optional.of(refusal.problem());
        }
        return thrown instanceof TooBusy busy
                ? Optional.of(Problem.of(ProblemTypes.TOO_BUSY).retryAfter(busy.retryAfter()))
                : Optional.empty();
    }

    private Optional<Problem> ofAccidents(Throwable thrown) {
        return accidents.stream()
                .map(accident -> accident.problemOf(thrown))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
