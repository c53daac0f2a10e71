package io.tollgate.workers.email.sender;

import io.tollgate.workers.email.Letter;
import io.tollgate.workers.email.NotificationId;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A letter as it goes over the wire: one recipient, and a Message-ID that is the same however often it is sent. */
final class OutgoingMail extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private OutgoingMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static OutgoingMail of(Session session, SmtpProperties sender, NotificationId id, Letter letter, Instant now)
            throws MessagingException {
        OutgoingMail mail = new OutgoingMail(session, "<" + id.value() + "@" + sender.domain() + ">");
        mail.setFrom(new InternetAddress(sender.from(), true));
        mail.setRecipient(RecipientType.TO, recipient(letter));
        mail.setSubject(oneLine(letter.subject()), UTF_8);
        mail.setText(letter.text(), UTF_8);
        mail.setSentDate(Date.from(now));
        // RFC 3834: nobody's holiday notice answers it
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress recipient(Letter letter) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(letter.recipient().address(), true);
            address.setPersonal(oneLine(letter.recipient().name()), UTF_8);
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The library makes a line end in a value a folded line, which begins no header; a careless reader may think it does. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
