package io.tollgate.workers.email;

import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.PROPERTIES;
import static io.tollgate.workers.email.EmailFixtures.TOMORROW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.email.MailIntent.State;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AcceptMailTest {
    private final Set<String> erased = new HashSet<>();
    private final FakeMailIntents intents = new FakeMailIntents();
    private final AcceptMail acceptMail = new AcceptMail(
            intents, user -> Mono.just(erased.contains(user)), PROPERTIES, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_mail_is_intended_with_its_letter_and_for_a_day() {
        accept("order-canceled", MAIL.parameters());

        assertThat(intents.added).singleElement().satisfies(intent -> {
            assertThat(intent.state()).isEqualTo(State.PENDING);
            assertThat(intent.expiresAt()).isEqualTo(TOMORROW);
        });
        assertThat(intents.letters.get(0).orElseThrow().text()).contains("payment-declined");
    }

    @Test
    void what_has_no_words_is_refused_at_once_and_keeps_no_address() {
        accept("happy-birthday", Map.of());
        accept("order-shipped", Map.of());

        assertThat(intents.added)
                .extracting(intent -> intent.refusal().orElseThrow())
                .containsExactly("unknown-template", "missing-parameter");
        assertThat(intents.letters).allSatisfy(letter -> assertThat(letter).isEmpty());
    }

    @Test
    void nobody_who_was_erased_is_written_to() {
        erased.add(MAIL.userId().value());

        accept("order-canceled", MAIL.parameters());

        assertThat(intents.added).extracting(MailIntent::state).containsExactly(State.ERASED);
        assertThat(intents.letters).singleElement().satisfies(letter -> assertThat(letter)
                .isEmpty());
    }

    private void accept(String template, Map<String, String> parameters) {
        Mail mail = new Mail(MAIL.notificationId(), MAIL.userId(), MAIL.recipient(), template, parameters);
        acceptMail.handle(mail, NOON).as(StepVerifier::create).verifyComplete();
    }
}
