package io.tollgate.gateway.hygiene;

/** The body is larger than a body may be, said or counted. */
public final class BodyTooLarge extends RuntimeException {
    public BodyTooLarge() {
        super("body too large", null, false, false);
    }
}
