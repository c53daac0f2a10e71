package io.tollgate.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Puts a sentence where a wall of stack trace would stand. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseStartFailure> {
    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseStartFailure failure) {
        return new FailureAnalysis(failure.getMessage(), failure.action(), failure);
    }
}
