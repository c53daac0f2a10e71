package io.tollgate.workers.email.sender;

import io.tollgate.values.InvalidVariable;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the mail server is, and who we are to it.
 *
 * @param security what is demanded of the connection; nothing is sent when the server does not offer it
 * @param username signs in with it and the password, when there is one
 * @param from the sender's address; its domain is also that of the Message-ID
 * @param connectTimeout until the connection is there
 * @param readTimeout for each answer of the server
 */
@ConfigurationProperties("tollgate.email.smtp")
record SmtpProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") Security security,
        Optional<String> username,
        Optional<String> password,
        @DefaultValue("no-reply@tollgate.example") String from,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {

    enum Security {
        /** Only where nobody else can listen. */
        NONE,
        STARTTLS,
        TLS
    }

    SmtpProperties {
        username = username.filter(name -> !name.isBlank());
        if (host.isBlank()) {
            throw InvalidVariable.missing("TOLLGATE_SMTP_HOST");
        }
        if (username.isPresent() && security == Security.NONE) {
            throw InvalidVariable.because("TOLLGATE_SMTP_SECURITY", "is none, which would show the password", null);
        }
        try {
            new InternetAddress(from, true);
        } catch (AddressException unreadable) {
            throw InvalidVariable.because("TOLLGATE_MAIL_FROM", "is not an address", null);
        }
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpProperties[" + host + ":" + port + "]";
    }
}
