package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.journal.JournalOptions;

/** A client that was there before another misbehaved, and goes on. */
record Bystander(ServiceBusSenderClient sender, ServiceBusReceiverClient receiver) {

    /** A bus with a queue to misbehave on, and another for bystanders. */
    static TestBus bus(Limits limits) {
        return TestBus.with(
                Options.defaults().withAdminPort(0),
                JournalOptions.DEFAULTS,
                limits,
                "queues: [{name: jobs}, {name: other}]");
    }

    static Bystander of(TestBus bus) {
        Bystander bystander = new Bystander(bus.sender("other"), bus.receiver("other"));
        bystander.goesOn();
        return bystander;
    }

    void goesOn() {
        sender.sendMessage(message("still here"));
        var received = next(receiver);
        assertThat(received.getBody()).hasToString("still here");
        receiver.complete(received);
    }
}
