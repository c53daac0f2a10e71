package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.Conflicts;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PersonalMessagesTest extends DeliveryTest {
    private static final Set<String> DEPOSITS = Set.of(Deposit.TYPE);

    @Autowired
    PersonalMessages personal;

    @Autowired
    ErasedUsers users;

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
    void what_comes_after_the_erasure_and_fails_is_not_kept() {
        erased(personal.eraseWaiting("ada", DEPOSITS));
        erased(personal.eraseWaiting("ada", DEPOSITS));
        deposits.fail(3, IllegalStateException::new);

        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.ERASED);
        assertThat(receive(deposit("2", "adam"))).isEqualTo(Outcome.PARKED);
        assertThat(receive(event("3", Deposit.TYPE, "adam", "{\"account\":\"ada\",\"amount\":5}")))
                .as("behind another")
                .isEqualTo(Outcome.ERASED);

        assertThat(bank.count("parked_message")).isOne();
        assertThat(bank.count("effect")).isZero();
    }

    @Test
    void what_comes_after_the_erasure_and_can_be_handled_is_handled() {
        erased(personal.eraseWaiting("ada", DEPOSITS));

        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void what_was_parked_while_the_user_was_erased_is_not_kept_after_its_next_try_nor_becomes_a_dead_letter() {
        deposits.fail(2, IllegalStateException::new);
        receive(deposit("1", "ada"));
        users.add("ada", DEPOSITS).block();

        clock.advance(Duration.ofSeconds(1));
        retryDue();

        assertThat(bank.count("parked_message")).isZero();
        assertThat(bank.count("outbox")).isZero();
        assertThat(bank.count("effect")).isZero();
    }

    @Test
    void a_message_of_many_names_is_looked_through_to_the_last() {
        erased(personal.eraseWaiting("ada", DEPOSITS));
        deposits.fail(1, IllegalStateException::new);
        String names =
                IntStream.range(0, 1_200).mapToObj(i -> "\"name" + i + "\"").collect(Collectors.joining(","));
        String body = "{\"account\":\"bob\",\"amount\":5,\"others\":[%s,\"ada\"]}".formatted(names);

        assertThat(receive(event("1", Deposit.TYPE, "bob", body))).isEqualTo(Outcome.ERASED);
    }

    @Test
    void a_long_text_before_the_name_hides_nobody() {
        erased(personal.eraseWaiting("ada", DEPOSITS));
        deposits.fail(1, IllegalStateException::new);
        String body =
                "{\"note\":\"%s\",\"quoted\":\"a \\\"b\",\"account\":\"ada\",\"amount\":5}".formatted("x".repeat(41));

        assertThat(receive(event("1", Deposit.TYPE, "ada", body))).isEqualTo(Outcome.ERASED);
    }

    @Test
    void two_who_erase_the_same_user_at_the_same_time_both_do() {
        Flux.range(0, 8)
                .flatMap(
                        i -> personal.eraseWaiting("ada", DEPOSITS)
                                .as(transaction::transactional)
                                .retryWhen(Conflicts.rerun()),
                        8)
                .blockLast();

        assertThat(bank.count("erased_message")).isOne();
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
