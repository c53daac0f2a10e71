package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.VersionConflict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Flux;

class ReceiverTest extends DeliveryTest {

    @Test
    void a_message_has_its_effect_once_however_often_it_comes() {
        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.HANDLED);
        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.DUPLICATE);

        assertThat(bank.count("effect")).isOne();
    }

    @Test
    void two_deliveries_at_the_same_moment_have_one_effect() {
        List<Outcome> outcomes = Flux.range(0, 8)
                .flatMap(i -> receiver.receive(deposit("1", "ada"), "events-topic"), 8)
                .collectList()
                .block();

        assertThat(outcomes).filteredOn(Outcome.HANDLED::equals).hasSize(1);
        assertThat(bank.count("effect")).isOne();
        assertThat(bank.count("parked_message")).isZero();
    }

    @Test
    void a_conflict_begins_again_at_once_and_is_no_failure() {
        deposits.fail(5, () -> new VersionConflict("account", "ada", 1));

        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.HANDLED);

        assertThat(bank.count("effect")).isOne();
        assertThat(deposits.seen()).hasSize(6);
    }

    @Test
    void a_conflict_that_does_not_end_parks_the_message() {
        deposits.fail(6, () -> new VersionConflict("account", "ada", 1));

        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.PARKED);
        assertThat(bank.count("effect")).isZero();
    }

    @Test
    void a_failure_undoes_the_effect_and_parks_the_message() {
        deposits.fail(1, () -> new IllegalStateException("the vault is closed"));

        assertThat(receive(deposit("1", "ada"))).isEqualTo(Outcome.PARKED);

        assertThat(bank.count("effect")).isZero();
        assertThat(bank.count("inbox")).isZero();
        assertThat(bank.count("parked_message", "failure = 'the vault is closed' AND attempts = 1"))
                .isOne();
    }

    @Test
    void a_handler_that_never_answers_has_failed() {
        deposits.fail(1, () -> new AssertionError("unused"));
        Message<byte[]> message = deposit("1", "ada");
        MessageHandler<Deposit> silent = new SilentHandler();
        Receiver receiver = new Receiver("silent", new HandlerTable(List.of(silent)), json, handling, parking());

        assertThat(receiver.receive(message, "events-topic").block(Duration.ofSeconds(30)))
                .isEqualTo(Outcome.PARKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudEvents_id",
                "cloudEvents_source",
                "cloudEvents_type",
                "cloudEvents_subject",
                "cloudEvents_time",
                "cloudEvents_specversion"
            })
    void a_message_without_one_of_its_attributes_is_dead_lettered_with_a_reason(String attribute) {
        Message<byte[]> message = MessageBuilder.fromMessage(deposit("1", "ada"))
                .removeHeader(attribute)
                .build();

        assertThat(receive(message).deadLetter())
                .hasValueSatisfying(letter -> assertThat(letter.reason()).isEqualTo("malformed"));
        assertThat(bank.count("effect")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{", "[]", "{}", "{\"account\":\"ada\"}", "{\"account\":\"ada\",\"amount\":\"x\"}"})
    void a_body_that_is_not_what_its_type_says_is_dead_lettered_without_being_quoted(String body) {
        Outcome outcome = receive(event("1", Deposit.TYPE, "ada", body));

        assertThat(outcome.deadLetter()).hasValueSatisfying(letter -> {
            assertThat(letter.reason()).isEqualTo("malformed");
            assertThat(letter.description()).startsWith("the body is n").doesNotContain("ada");
        });
    }

    @Test
    void a_field_nobody_reads_is_ignored() {
        assertThat(receive(event("1", Deposit.TYPE, "ada", "{\"account\":\"ada\",\"amount\":5,\"note\":\"rent\"}")))
                .isEqualTo(Outcome.HANDLED);
    }

    @Test
    void a_known_fact_in_an_unknown_version_is_dead_lettered() {
        assertThat(receive(event("1", "bank.money-deposited.v2", "ada", "{}")).deadLetter())
                .hasValueSatisfying(letter -> assertThat(letter.reason()).isEqualTo("unknown-version"));
    }

    @Test
    void an_unknown_fact_is_completed() {
        assertThat(receive(event("1", "bank.branch-opened.v1", "ada", "{}"))).isEqualTo(Outcome.UNKNOWN);
    }

    @org.springframework.beans.factory.annotation.Autowired
    MessageJson json;

    @org.springframework.beans.factory.annotation.Autowired
    Handling handling;

    @org.springframework.beans.factory.annotation.Autowired
    ParkedMessages parked;

    @org.springframework.beans.factory.annotation.Autowired
    ErasedUsers erased;

    private Parking parking() {
        return new Parking(
                parked,
                erased,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 0, () -> 0.5),
                clock,
                new Nudge());
    }
}
