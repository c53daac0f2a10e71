package io.tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.file.Path;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    private static final String ID = "<ntf_1@tollgate.example>";

    @TempDir
    Path data;

    SandboxServer sandbox;
    Caller caller;
    Mailer mailer;

    @BeforeEach
    void start() throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.local(data));
        caller = new Caller(sandbox.url(), "any");
        mailer = new Mailer(sandbox.smtpPort());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_mail_is_shown_as_a_person_would_read_it() throws Exception {
        mailer.send(ID, "jo@customers.example", "Grüße, Żaneta", "Zeile eins\n.\nZażółć gęślą jaźń");

        JsonNode mail = mails("jo@customers.example").get(0);
        assertThat(mail.path("messageId").asText()).isEqualTo(ID);
        assertThat(mail.path("to").asText()).isEqualTo("jo@customers.example");
        assertThat(mail.path("subject").asText()).isEqualTo("Grüße, Żaneta");
        assertThat(mail.path("text").asText().lines()).containsExactly("Zeile eins", ".", "Zażółć gęślą jaźń");
        assertThat(mail.path("receivedAt").asText()).endsWith("Z");
    }

    @Test
    void mails_are_listed_by_recipient() throws Exception {
        mailer.send(ID, "jo@customers.example", "one", "1");
        mailer.send(ID, "Mira@customers.example", "two", "2");

        assertThat(mails("mira@customers.example")).hasSize(1);
        assertThat(mails("nobody@customers.example")).isEmpty();
    }

    @Test
    void a_mail_is_there_again_after_a_kill() throws Exception {
        mailer.send(ID, "jo@customers.example", "one", "1");

        // a second sandbox on the same files, as after a kill that closed nothing
        try (SandboxServer again = SandboxServer.start(SandboxOptions.local(data))) {
            Caller asking = new Caller(again.url(), "any");
            assertThat(asking.get("/mail/v1/messages?to=jo@customers.example")
                            .body()
                            .path("items"))
                    .hasSize(1);
        }
    }

    @Test
    void a_recipient_who_is_refused_gets_550_and_one_for_later_450() {
        assertThat(refusal("jo@refused.example")).isEqualTo(550);
        assertThat(refusal("jo@later.example")).isEqualTo(450);
        assertThat(refusal("jo@later.example")).isEqualTo(450);
    }

    @Test
    void a_greylisted_recipient_is_taken_the_second_time() throws Exception {
        assertThat(refusal("jo@greylisted.example")).isEqualTo(450);

        mailer.send(ID, "jo@greylisted.example", "one", "1");
        assertThat(mails("jo@greylisted.example")).hasSize(1);
    }

    @Test
    void a_lost_answer_leaves_the_mail_taken_and_its_repetition_recognizable() throws Exception {
        assertThatThrownBy(() -> mailer.send(ID, "jo@lost.example", "one", "1")).isInstanceOf(MessagingException.class);

        assertThat(mails("jo@lost.example")).hasSize(1);
        mailer.send(ID, "jo@lost.example", "one", "1");
        assertThat(mails("jo@lost.example").findValuesAsText("messageId")).containsExactly(ID, ID);
    }

    private int refusal(String to) {
        SendFailedException refused =
                catchThrowableOfType(SendFailedException.class, () -> mailer.send(ID, to, "one", "1"));
        return ((SMTPAddressFailedException) refused.getNextException()).getReturnCode();
    }

    private JsonNode mails(String to) throws Exception {
        return caller.get("/mail/v1/messages?to=" + to).body().path("items");
    }
}
