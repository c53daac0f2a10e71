package io.tollgate.servicebus.filter;

/** An SQL filter or action that cannot be understood, and where. */
public final class SqlSyntaxException extends RuntimeException {

    SqlSyntaxException(String message, int position) {
        super(message + " at position " + (position + 1), null, false, false);
    }
}
