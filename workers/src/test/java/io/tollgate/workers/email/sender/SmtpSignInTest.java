package io.tollgate.workers.email.sender;

import static io.tollgate.workers.email.EmailFixtures.LETTER;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.workers.email.MailAnswer;
import io.tollgate.workers.email.MailServerAway;
import io.tollgate.workers.email.sender.SmtpProperties.Security;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Signs in at a real mail server, which shows nothing before STARTTLS. */
class SmtpSignInTest {
    private static final String PASSWORD = "s3cret-pass";

    @TempDir
    static Path keys;

    private static SSLContext ours;
    private static SSLContext others;

    private final SSLContext usual = usual();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private SMTPServer server;

    @BeforeAll
    static void certificates() throws Exception {
        ours = context("ours", "localhost");
        others = context("others", "mail.example");
    }

    @AfterEach
    void as_before() {
        SSLContext.setDefault(usual);
        server.stop();
    }

    @Test
    void a_mail_goes_with_the_password_once_the_line_is_private() {
        start(ours);
        SSLContext.setDefault(ours);

        assertThat(send(PASSWORD)).isInstanceOf(MailAnswer.Accepted.class);

        assertThat(seen).containsExactly("mailer signed in", "a mail");
    }

    @Test
    void a_wrong_password_keeps_the_mail_and_is_not_shown() {
        start(ours);
        SSLContext.setDefault(ours);

        assertThatThrownBy(() -> send("wr0ng-pass"))
                .isInstanceOf(MailServerAway.class)
                .hasMessageNotContainingAny("wr0ng-pass", "mailer")
                .hasNoCause();
        assertThat(seen).containsExactly("mailer turned away");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail() {
        start(ours);

        away();
    }

    @Test
    void a_certificate_of_another_host_gets_neither_password_nor_mail() {
        start(others);
        SSLContext.setDefault(others);

        away();
    }

    private void away() {
        assertThatThrownBy(() -> send(PASSWORD)).isInstanceOf(MailServerAway.class);
        assertThat(seen).isEmpty();
    }

    private MailAnswer send(String password) {
        SmtpProperties smtp = new SmtpProperties(
                "localhost",
                server.getPortAllocated(),
                Security.STARTTLS,
                Optional.of("mailer"),
                Optional.of(password),
                "no-reply@tollgate.example",
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        return new SmtpServer(smtp, Clock.fixed(NOON, ZoneOffset.UTC)).send(claimed(LETTER));
    }

    private void start(SSLContext certificate) {
        server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .startTlsSocketFactory(certificate)
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((user, password, context) -> signIn(user, password)))
                .messageHandler((context, from, to, data) -> seen.add("a mail"))
                .build();
        server.start();
    }

    private void signIn(String user, String password) throws LoginFailedException {
        boolean right = password.equals(PASSWORD);
        seen.add(user + (right ? " signed in" : " turned away"));
        if (!right) {
            throw new LoginFailedException();
        }
    }

    /** A certificate by its own hand, and who trusts it. */
    private static SSLContext context(String name, String host) throws Exception {
        Path file = keys.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return context(store, trusted(store, name));
    }

    private static SSLContext context(KeyStore own, KeyStore trusted) throws Exception {
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(own, "changeit".toCharArray());
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    private static KeyStore trusted(KeyStore own, String name) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(name, own.getCertificate(name));
        return trusted;
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
