package io.tollgate.insights;

/** A body that would fill the memory. */
final class BodyTooLarge extends RuntimeException {

    BodyTooLarge() {
        super("body too large", null, false, false);
    }
}
