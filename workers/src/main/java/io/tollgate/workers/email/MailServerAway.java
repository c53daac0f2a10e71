package io.tollgate.workers.email;

/** The mail server did not answer, or not sensibly: nobody knows whether it took the mail, and it is sent again. */
public class MailServerAway extends RuntimeException {
    /** @param what never an exception's own words: they may quote an address */
    public MailServerAway(String what) {
        super(what, null, false, false);
    }

    /** No connection came about: the mail was certainly not taken. */
    public static final class Unreachable extends MailServerAway {
        public Unreachable() {
            super("the mail server cannot be reached");
        }
    }
}
