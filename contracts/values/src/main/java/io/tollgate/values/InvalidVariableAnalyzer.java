package io.tollgate.values;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a wrong variable as a sentence instead of a stack trace. */
final class InvalidVariableAnalyzer extends AbstractFailureAnalyzer<InvalidVariable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidVariable cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set " + cause.variable() + " as this module's README says.", cause);
    }
}
