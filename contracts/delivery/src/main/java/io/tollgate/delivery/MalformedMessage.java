package io.tollgate.delivery;

/** No repetition will make this message readable. */
final class MalformedMessage extends RuntimeException {
    MalformedMessage(String what) {
        super(what, null, false, false);
    }
}
