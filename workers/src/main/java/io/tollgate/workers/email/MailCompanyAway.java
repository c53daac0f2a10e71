package io.tollgate.workers.email;

/** The mail company did not answer, or not sensibly: nobody knows whether it took the mail, and it is asked again. */
public final class MailCompanyAway extends RuntimeException {
    public MailCompanyAway(Throwable cause) {
        super("the mail company is away", cause, false, false);
    }
}
