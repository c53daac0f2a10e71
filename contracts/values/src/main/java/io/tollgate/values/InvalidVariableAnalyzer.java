package io.tollgate.values;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says a wrong variable as a sentence instead of a stack trace; before Spring says which property could not be bound. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidVariableAnalyzer extends AbstractFailureAnalyzer<InvalidVariable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidVariable cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set " + cause.variable() + " as this module's README says.", cause);
    }
}
