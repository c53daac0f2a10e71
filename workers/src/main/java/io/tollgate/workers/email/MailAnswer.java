package io.tollgate.workers.email;

/** What the mail server said. One that says nothing is a {@link MailServerAway}, never an answer. */
public sealed interface MailAnswer {
    /** It has the mail. */
    record Accepted() implements MailAnswer {}

    /** It will not take it, now or later; the code is ours and carries nothing of the mail. */
    record Refused(String code) implements MailAnswer {}

    /** It would rather not take it now: a full mailbox, a greylist. */
    record Later(String code) implements MailAnswer {}
}
