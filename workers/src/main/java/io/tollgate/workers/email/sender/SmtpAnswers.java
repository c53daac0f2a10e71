package io.tollgate.workers.email.sender;

import io.tollgate.workers.email.MailAnswer;
import io.tollgate.workers.email.MailServerAway;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What a failure of the mail library means. Its words are never repeated: they quote addresses. */
final class SmtpAnswers {
    private SmtpAnswers() {}

    /** An answer where the server spoke of this recipient or this mail; else {@link MailServerAway}. */
    static MailAnswer of(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            throw new MailServerAway("the mail server does not let us in");
        }
        if (failure instanceof MailConnectException) {
            throw new MailServerAway.Unreachable();
        }
        return code(failure).map(SmtpAnswers::spoken).orElseThrow(() -> away(failure));
    }

    private static MailAnswer spoken(int code) {
        return code >= 500 ? new MailAnswer.Refused("smtp-" + code) : new MailAnswer.Later("smtp-" + code);
    }

    private static Optional<Integer> code(MessagingException failure) {
        for (Exception one = failure; one instanceof MessagingException next; one = next.getNextException()) {
            if (one instanceof SMTPAddressFailedException recipient) {
                return Optional.of(recipient.getReturnCode());
            }
            if (one instanceof SMTPSendFailedException mail && isAboutTheMail(mail)) {
                return Optional.of(mail.getReturnCode());
            }
        }
        return Optional.empty();
    }

    // 421 and 45x of the server itself, 53x of who we are: of these the next mail would hear the same
    private static boolean isAboutTheMail(SMTPSendFailedException failure) {
        int code = failure.getReturnCode();
        return code >= 550 && code < 560;
    }

    private static MailServerAway away(MessagingException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new MailServerAway(
                "the mail server cannot be heard: " + cause.getClass().getSimpleName());
    }
}
