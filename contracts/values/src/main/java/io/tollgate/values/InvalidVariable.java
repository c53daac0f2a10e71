package io.tollgate.values;

/** An environment variable that keeps the process from starting; said as one sentence that names it, never its value. */
public final class InvalidVariable extends RuntimeException {
    private final String variable;

    private InvalidVariable(String variable, String reason, Throwable cause) {
        super(variable + " " + reason + ".", cause);
        this.variable = variable;
    }

    public static InvalidVariable missing(String variable) {
        return new InvalidVariable(variable, "is not set", null);
    }

    /** For example {@code InvalidVariable.because("TOLLGATE_X", "is not a JWKS", cause)}; the cause is logged at debug only. */
    public static InvalidVariable because(String variable, String reason, Throwable cause) {
        return new InvalidVariable(variable, reason, cause);
    }

    public String variable() {
        return variable;
    }
}
