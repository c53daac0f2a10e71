package io.tollgate.gateway.hygiene;

/** The request is refused for its form. */
public final class BadRequestRefused extends RuntimeException {
    private final BadRequest reason;

    public BadRequestRefused(BadRequest reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public BadRequest reason() {
        return reason;
    }
}
