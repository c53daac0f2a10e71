package io.tollgate.workers.email.sender;

import io.tollgate.workers.email.ClaimedMail;
import io.tollgate.workers.email.MailAnswer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The mail server over SMTP, one connection a mail; blocks its caller. */
@Component
class SmtpServer {
    private final SmtpProperties properties;
    private final Session session;
    private final Clock clock;

    SmtpServer(SmtpProperties properties, Clock clock) {
        this.properties = properties;
        this.session = Session.getInstance(settings(properties));
        this.clock = clock;
    }

    MailAnswer send(ClaimedMail mail) {
        try {
            OutgoingMail message =
                    OutgoingMail.of(session, properties, mail.intent().id(), mail.letter(), clock.instant());
            return hand(message);
        } catch (AddressException unusable) {
            return new MailAnswer.Refused("address-invalid");
        } catch (MessagingException failure) {
            return SmtpAnswers.of(failure);
        }
    }

    private MailAnswer hand(OutgoingMail message) throws MessagingException {
        Transport transport = session.getTransport();
        try {
            transport.connect(
                    properties.username().orElse(null), properties.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
            return new MailAnswer.Accepted();
        } finally {
            leave(transport);
        }
    }

    // What was answered stays answered, however the connection ends.
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException cut) {
            // nothing waits for the server's good-bye
        }
    }

    private static Properties settings(SmtpProperties smtp) {
        String protocol = smtp.security() == SmtpProperties.Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        boolean startTls = smtp.security() == SmtpProperties.Security.STARTTLS;
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", protocol);
        settings.put(prefix + "host", smtp.host());
        settings.put(prefix + "port", String.valueOf(smtp.port()));
        settings.put(prefix + "auth", String.valueOf(smtp.username().isPresent()));
        settings.put(prefix + "starttls.enable", String.valueOf(startTls));
        settings.put(prefix + "starttls.required", String.valueOf(startTls));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(
                prefix + "connectiontimeout",
                String.valueOf(smtp.connectTimeout().toMillis()));
        settings.put(prefix + "timeout", String.valueOf(smtp.readTimeout().toMillis()));
        settings.put(prefix + "writetimeout", String.valueOf(smtp.readTimeout().toMillis()));
        settings.put(prefix + "quitwait", "false");
        return settings;
    }
}
