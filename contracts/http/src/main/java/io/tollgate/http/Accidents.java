package io.tollgate.http;

import java.util.Optional;

/** Failures that nobody decided on and that still have an answer: a database that is away, a row that two wanted. */
@FunctionalInterface
interface Accidents {
    Optional<Problem> problemOf(Throwable failure);
}
