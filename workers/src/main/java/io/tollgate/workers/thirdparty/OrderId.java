package io.tollgate.workers.thirdparty;

/** The order that is shipped. */
public record OrderId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
