package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.ServiceBusTransactionContext;
import com.azure.messaging.servicebus.models.CompleteOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {

    private static final String TOPOLOGY = "queues: [{name: jobs, lockDuration: PT2S}, {name: results}]";

    /** One client for all, since a transaction belongs to a connection. */
    private static ServiceBusClientBuilder client(TestBus bus) {
        return bus.client().enableCrossEntityTransactions();
    }

    @Test
    void a_committed_transaction_completes_and_sends_at_once() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("jobs").sendMessage(message("job"));
            ServiceBusClientBuilder client = client(bus);
            ServiceBusReceiverClient receiver = bus.keep(
                    client.receiver().queueName("jobs").disableAutoComplete().buildClient());
            ServiceBusSenderClient sender =
                    bus.keep(client.sender().queueName("results").buildClient());
            ServiceBusReceivedMessage job = next(receiver);

            ServiceBusTransactionContext transaction = receiver.createTransaction();
            sender.sendMessage(message("result"), transaction);
            receiver.complete(job, new CompleteOptions().setTransactionContext(transaction));
            var results = bus.receiver("results");
            assertThat(nothing(results)).isTrue();
            receiver.commitTransaction(transaction);

            assertThat(next(results).getBody()).hasToString("result");
            assertThat(receiver.peekMessage(0)).isNull();
        }
    }

    @Test
    void a_rolled_back_transaction_has_done_nothing() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            bus.sender("jobs").sendMessage(message("job"));
            ServiceBusClientBuilder client = client(bus);
            ServiceBusReceiverClient receiver = bus.keep(
                    client.receiver().queueName("jobs").disableAutoComplete().buildClient());
            ServiceBusSenderClient sender =
                    bus.keep(client.sender().queueName("results").buildClient());
            ServiceBusReceivedMessage job = next(receiver);

            ServiceBusTransactionContext transaction = receiver.createTransaction();
            sender.sendMessage(message("result"), transaction);
            receiver.complete(job, new CompleteOptions().setTransactionContext(transaction));
            receiver.rollbackTransaction(transaction);

            assertThat(nothing(bus.receiver("results"))).isTrue();
            assertThat(next(bus.receiver("jobs")).getBody()).hasToString("job");
        }
    }

    @Test
    void a_transaction_dies_with_its_connection() throws Exception {
        try (TestBus bus = TestBus.with(TOPOLOGY)) {
            var sender = bus.client().sender().queueName("results").buildClient();
            sender.sendMessage(message("half a result"), sender.createTransaction());
            sender.close();

            assertThat(nothing(bus.receiver("results"))).isTrue();
        }
    }

    @Test
    void a_committed_transaction_survives_a_restart_as_a_whole(@TempDir Path data) throws Exception {
        Options options = Options.defaults().withData(data);
        try (TestBus bus = TestBus.with(options, TOPOLOGY)) {
            var sender = bus.sender("results");
            ServiceBusTransactionContext transaction = sender.createTransaction();
            sender.sendMessage(message("a"), transaction);
            sender.sendMessage(message("b"), transaction);
            sender.commitTransaction(transaction);
            sender.sendMessage(message("never"), sender.createTransaction());
        }
        try (TestBus bus = TestBus.with(options, TOPOLOGY)) {
            assertThat(TestBus.bodies(bus.receiver("results").peekMessages(10))).containsExactly("a", "b");
        }
    }
}
