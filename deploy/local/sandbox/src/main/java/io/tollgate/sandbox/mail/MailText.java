package io.tollgate.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What a person sees of a mail. */
record MailText(String messageId, String subject, String text) {

    static MailText of(String raw) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
            return new MailText(message.getMessageID(), message.getSubject(), text(message));
        } catch (MessagingException unreadable) {
            return new MailText(null, null, raw);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The first text there is. */
    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart several) {
            return several.getCount() == 0 ? null : text(several.getBodyPart(0));
        }
        return content instanceof String text ? text : null;
    }
}
