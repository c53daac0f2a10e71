package io.tollgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the sandbox's mail server received. */
final class MailSink {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern TOKEN = Pattern.compile("(?m)^\\s*([A-Za-z0-9_-]{43})\\s*$");

    private final ApiClient sandbox;

    MailSink(Install install) {
        this.sandbox = ApiClient.withKey(install.url(Processes.SANDBOX), "none");
    }

    /** The token out of the first mail to this address that has one, once it is there. */
    String awaitToken(String email) {
        return Await.until("a mail with a token to " + email, PATIENCE, () -> token(email), Optional::isPresent)
                .orElseThrow();
    }

    /** The subjects of all mails to this address, once one of them speaks of what is named. */
    List<String> awaitSubjects(String email, String named) {
        return Await.until(
                "a mail about " + named + " to " + email,
                PATIENCE,
                () -> mails(email).map(mail -> mail.path("subject").asText()).toList(),
                subjects -> subjects.stream().anyMatch(subject -> subject.contains(named)));
    }

    private Optional<String> token(String email) {
        return mails(email)
                .flatMap(mail -> TOKEN.matcher(mail.path("text").asText()).results())
                .map(found -> found.group(1))
                .findFirst();
    }

    private Stream<JsonNode> mails(String email) {
        JsonNode mails = sandbox.get("/mail/v1/messages?to=" + URLEncoder.encode(email, StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .at("/items");
        return StreamSupport.stream(mails.spliterator(), false);
    }
}
