package io.tollgate.servicebus.broker;

/** Why the broker will not do something, under the condition that Azure's clients know. */
public final class Refused extends RuntimeException {

    private final String condition;
    private final int status;

    private Refused(String condition, int status, String description) {
        super(description, null, false, false);
        this.condition = condition;
        this.status = status;
    }

    /** The AMQP error condition. */
    public String condition() {
        return condition;
    }

    /** The status of a request-response answer. */
    public int status() {
        return status;
    }

    public static Refused notFound(String entity) {
        // the clients tell a missing entity from a passing failure by this very sentence
        return new Refused("amqp:not-found", 404, "The messaging entity '" + entity + "' could not be found.");
    }

    public static Refused lockLost() {
        return new Refused(
                "com.microsoft:message-lock-lost",
                410,
                "The lock supplied is invalid. Either the lock expired, or the message has already been removed from"
                        + " the queue.");
    }

    public static Refused sessionLockLost(String session) {
        return new Refused(
                "com.microsoft:session-lock-lost", 410, "The session lock on '" + session + "' has expired.");
    }

    public static Refused sessionLocked(String session) {
        return new Refused(
                "com.microsoft:session-cannot-be-locked",
                409,
                "The requested session '" + session + "' cannot be accepted. It may be locked by another receiver.");
    }

    public static Refused messageNotFound(long sequence) {
        return new Refused(
                "com.microsoft:message-not-found",
                404,
                "No message with sequence number " + sequence + " is here to be had.");
    }

    public static Refused exists(String what) {
        return new Refused("com.microsoft:entity-already-exists", 409, what + " already exists.");
    }

    public static Refused missing(String what) {
        return new Refused("com.microsoft:entity-not-found", 404, what + " does not exist.");
    }

    public static Refused notAllowed(String description) {
        return new Refused("amqp:not-allowed", 400, description);
    }

    public static Refused invalid(String description) {
        return new Refused("amqp:invalid-field", 400, description);
    }

    public static Refused malformed(String description) {
        return new Refused("amqp:decode-error", 400, description);
    }

    public static Refused tooLarge(int size, long most) {
        return new Refused(
                "amqp:link:message-size-exceeded",
                400,
                "The received message (size:" + size + ") exceeds the limit (" + most + ") currently allowed.");
    }

    public static Refused unauthorized(String description) {
        return new Refused("amqp:unauthorized-access", 401, description);
    }

    public static Refused timeout(String description) {
        return new Refused("com.microsoft:timeout", 408, description);
    }

    public static Refused unknownTransaction() {
        return new Refused("amqp:transaction:unknown-id", 404, "The transaction is not open, or no longer.");
    }

    public static Refused notStored(String cause) {
        // as a full entity is: clients report it at once, where an internal error would be tried over and over
        return new Refused("amqp:resource-limit-exceeded", 403, "This could not be stored: " + cause);
    }

    public static Refused resourceLimit(String description) {
        return new Refused("amqp:resource-limit-exceeded", 403, description);
    }
}
