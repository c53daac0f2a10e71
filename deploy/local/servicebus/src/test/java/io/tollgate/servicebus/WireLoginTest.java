package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.message.Codec;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, however it is asked. */
class WireLoginTest {
    private static RawClient client(TestBus bus) throws Exception {
        return new RawClient(bus.server().port()).authorized();
    }

    private static byte[] text(String text) {
        return Codec.current().encode(new AmqpValue(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSSBCBS", "ANONYMOUS", "EXTERNAL"})
    void every_mechanism_lets_in_who_shows_a_token_after(String mechanism) throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient client = RawClient.with(bus.server().port(), mechanism, null, null)
                        .authorized()) {
            client.send(client.sender("jobs"), text("a"));

            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(5).stream().count() == 1);
        }
    }

    @Test
    void a_keys_name_and_the_key_are_as_good_as_a_token() throws Exception {
        try (TestBus bus = TestBus.withQueue();
                RawClient known =
                        RawClient.with(bus.server().port(), "PLAIN", Options.ROOT_KEY_NAME, Options.DEVELOPMENT_KEY);
                RawClient unknown = RawClient.with(bus.server().port(), "PLAIN", Options.ROOT_KEY_NAME, "guessed")) {
            known.send(known.sender("jobs"), text("a"));

            TestBus.eventually(
                    () -> bus.receiver("jobs").peekMessages(5).stream().count() == 1);
            assertThat(unknown.isOpen()).isFalse();
        }
    }
}
