package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

class PersonalMessagesTest extends DeliveryTest {
    private static final Set<String> DEPOSITS = Set.of(Deposit.TYPE);

    @Autowired
    PersonalMessages personal;

    @Test
    void what_was_sent_about_a_user_goes_and_what_waits_stays() {
        say("ada", "bob");
        relay();
        say("ada");

        assertThat(erased(personal.eraseSent("ada", DEPOSITS))).isEqualTo(1);

        assertThat(bank.count("outbox", "body LIKE '%\"bob\"%'")).isOne();
        assertThat(bank.count("outbox", "sent_at IS NULL AND body LIKE '%\"ada\"%'"))
                .isOne();
    }

    @Test
    void what_waits_for_a_user_is_never_heard() {
        deposits.fail(2, IllegalStateException::new);
        receive(deposit("1", "ada"));
        receive(deposit("2", "bob"));
        say("ada", "bob");

        assertThat(erased(personal.eraseWaiting("ada", DEPOSITS))).isEqualTo(2);

        relay();
        assertThat(broker.subjects()).containsExactly("bob");
        assertThat(bank.count("parked_message")).isOne();
    }

    @Test
    void other_types_and_longer_names_are_left_alone() {
        say("adam", "ada");
        relay();

        assertThat(erased(personal.eraseSent("ada", Set.of("bank.statement.v1"))))
                .isZero();
        assertThat(erased(personal.eraseSent("ada", DEPOSITS))).isEqualTo(1);
        assertThat(bank.count("outbox")).isOne();
    }

    private Long erased(Mono<Long> erasure) {
        return erasure.as(transaction::transactional).block();
    }
}
