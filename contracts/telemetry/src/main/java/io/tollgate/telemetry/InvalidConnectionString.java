package io.tollgate.telemetry;

/** The connection string is not one; says why without repeating it. */
class InvalidConnectionString extends RuntimeException {

    static final String VARIABLE = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    InvalidConnectionString(String why) {
        super(VARIABLE + " is not an Application Insights connection string: " + why, null, false, false);
    }
}
