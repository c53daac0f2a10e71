package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.eventually;
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
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {

    private static final String TOPOLOGY = "queues: [{name: jobs, lockDuration: PT6S}, {name: results}]";

    /** A job and who works on it: receiver and sender of one client, since a transaction belongs to a connection. */
    private record Work(
            TestBus bus,
            ServiceBusReceiverClient receiver,
            ServiceBusSenderClient sender,
            ServiceBusReceivedMessage job)
            implements AutoCloseable {

        static Work begin() {
            TestBus bus = TestBus.with(TOPOLOGY);
            bus.sender("jobs").sendMessage(message("job"));
            ServiceBusClientBuilder client = bus.client().enableCrossEntityTransactions();
            ServiceBusReceiverClient receiver = bus.keep(
                    client.receiver().queueName("jobs").disableAutoComplete().buildClient());
            ServiceBusSenderClient sender =
                    bus.keep(client.sender().queueName("results").buildClient());
            return new Work(bus, receiver, sender, next(receiver));
        }

        @Override
        public void close() throws Exception {
            bus.close();
        }
    }

    @Test
    void a_committed_transaction_completes_and_sends_at_once() throws Exception {
        try (Work work = Work.begin()) {
            ServiceBusTransactionContext transaction = work.receiver().createTransaction();
            work.sender().sendMessage(message("result"), transaction);
            work.receiver().complete(work.job(), new CompleteOptions().setTransactionContext(transaction));
            var results = work.bus().receiver("results");
            assertThat(nothing(results)).isTrue();
            work.receiver().commitTransaction(transaction);

            assertThat(next(results).getBody()).hasToString("result");
            assertThat(work.receiver().peekMessage(0)).isNull();
        }
    }

    @Test
    void a_rolled_back_transaction_has_done_nothing() throws Exception {
        try (Work work = Work.begin()) {
            ServiceBusTransactionContext transaction = work.receiver().createTransaction();
            work.sender().sendMessage(message("result"), transaction);
            work.receiver().complete(work.job(), new CompleteOptions().setTransactionContext(transaction));
            work.receiver().rollbackTransaction(transaction);

            assertThat(nothing(work.bus().receiver("results"))).isTrue();
            assertThat(next(work.bus().receiver("jobs")).getBody()).hasToString("job");
        }
    }

    @Test
    void what_was_deferred_is_settled_with_the_transaction_or_not_at_all() throws Exception {
        try (Work work = Work.begin()) {
            long number = work.job().getSequenceNumber();
            work.receiver().defer(work.job());
            ServiceBusTransactionContext dropped = work.receiver().createTransaction();
            work.receiver()
                    .complete(
                            work.receiver().receiveDeferredMessage(number),
                            new CompleteOptions().setTransactionContext(dropped));
            work.receiver().rollbackTransaction(dropped);
            assertThat(work.receiver().peekMessage(0)).isNotNull();

            ServiceBusTransactionContext kept = work.receiver().createTransaction();
            eventually(() -> work.receiver().peekMessage(0).getDeliveryCount() == 1);
            work.receiver()
                    .complete(
                            work.receiver().receiveDeferredMessage(number),
                            new CompleteOptions().setTransactionContext(kept));
            work.receiver().commitTransaction(kept);
            assertThat(work.receiver().peekMessage(0)).isNull();
        }
    }

    @Test
    void what_was_scheduled_waits_for_the_transaction_too() throws Exception {
        try (Work work = Work.begin()) {
            OffsetDateTime later = OffsetDateTime.now().plusHours(1);
            ServiceBusTransactionContext dropped = work.sender().createTransaction();
            work.sender().scheduleMessage(message("never"), later, dropped);
            work.sender().rollbackTransaction(dropped);
            ServiceBusTransactionContext kept = work.sender().createTransaction();
            work.sender().scheduleMessage(message("later"), later, kept);
            var results = work.bus().receiver("results");
            assertThat(results.peekMessage(0)).isNull();

            work.sender().commitTransaction(kept);

            assertThat(TestBus.bodies(results.peekMessages(5, 0L))).containsExactly("later");
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
