package io.tollgate.users.refusal;

/** No such request was refused to this caller, or not lately. */
public final class RequestNotFound extends RuntimeException {
    public RequestNotFound() {
        super("no such refused request", null, false, false);
    }
}
