package io.tollgate.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asks before anything of the test is started. */
final class SqlServerCondition implements ExecutionCondition {
    private static final String MISSING = "TOLLGATE_MSSQL_URL is not set and Docker does not answer";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (SqlServer.isThere()) {
            return ConditionEvaluationResult.enabled("there is a SQL Server");
        }
        if (Boolean.parseBoolean(System.getenv("REQUIRE_MSSQL"))) {
            throw new AssertionError(MISSING + ", and REQUIRE_MSSQL=true");
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }
}
