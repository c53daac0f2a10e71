package io.tollgate.workers.email.sender;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.workers.email.Mail;

/** The body of POST /mail/v1/messages; the same for the same mail, since it is told by its key and its body. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailRequest(String to, String template, String orderId, String reason) {
    static MailRequest of(Mail mail) {
        return new MailRequest(
                mail.userId().value(),
                mail.template(),
                mail.orderId().value(),
                mail.reason().orElse(null));
    }
}
