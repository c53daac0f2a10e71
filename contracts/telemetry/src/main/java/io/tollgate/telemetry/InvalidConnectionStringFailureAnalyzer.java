package io.tollgate.telemetry;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start with one sentence instead of a stack trace. */
class InvalidConnectionStringFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConnectionString> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidConnectionString cause) {
        String action = "Set " + InvalidConnectionString.VARIABLE
                + " to 'InstrumentationKey=...;IngestionEndpoint=https://...', or leave it empty to send nothing.";
        return new FailureAnalysis(cause.getMessage(), action, cause);
    }
}
