package io.tollgate.workers.thirdparty;

/** Whose order it is. */
public record UserId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
