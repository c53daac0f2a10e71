package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.eventually;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The SDK's processor client, which frameworks build upon. */
class ProcessorTest {

    @Test
    void a_processor_completes_what_it_was_given_and_abandons_what_failed() throws Exception {
        try (TestBus bus = TestBus.withQueue("maxDeliveryCount: 2")) {
            Set<String> seen = ConcurrentHashMap.newKeySet();
            var processor = bus.keep(bus.client()
                    .processor()
                    .queueName("jobs")
                    .maxConcurrentCalls(4)
                    .prefetchCount(10)
                    .processMessage(context -> {
                        String body = context.getMessage().getBody().toString();
                        if (body.equals("poison")) {
                            throw new IllegalStateException("no");
                        }
                        seen.add(body);
                    })
                    .processError(error -> {})
                    .buildProcessorClient());
            processor.start();
            List<ServiceBusMessage> messages = new ArrayList<>(List.of(message("poison")));
            for (int i = 0; i < 100; i++) {
                messages.add(message("m" + i));
            }
            bus.sender("jobs").sendMessages(messages);

            eventually(() -> seen.size() == 100);
            assertThat(next(bus.deadLetters("jobs")).getBody()).hasToString("poison");
            var receiver = bus.receiver("jobs");
            eventually(() -> receiver.peekMessages(10, 0L).stream().findAny().isEmpty());
        }
    }
}
