package io.tollgate.sandbox.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.sandbox.http.Answer;

/**
 * A mail as it was taken for one recipient.
 *
 * @param raw the message as it came, in ISO 8859-1 so that every byte is kept
 */
record ReceivedMail(String id, String from, String to, String raw, String receivedAt) {

    boolean isTo(String address) {
        return to.equalsIgnoreCase(address);
    }

    ObjectNode shown() {
        MailText text = MailText.of(raw);
        return Answer.object()
                .put("id", id)
                .put("messageId", text.messageId())
                .put("from", from)
                .put("to", to)
                .put("subject", text.subject())
                .put("text", text.text())
                .put("receivedAt", receivedAt);
    }
}
