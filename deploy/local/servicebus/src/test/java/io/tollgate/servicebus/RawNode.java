package io.tollgate.servicebus;

import io.tollgate.servicebus.message.Codec;
import io.tollgate.servicebus.message.SentMessage;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.apache.qpid.protonj2.types.transport.DeliveryState;

/** One client's links to {@code $cbs} or to an entity's {@code $management}. */
final class RawNode {

    private final RawClient client;
    private final Sender requests;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String answersAt;
    private SentMessage answer;
    private long asked;

    RawNode(RawClient client, String address) throws IOException {
        this.client = client;
        this.answersAt = "answers of " + address + COUNT.incrementAndGet();
        Receiver answers = client.session().receiver(answersAt);
        answers.setSource(new Source().setAddress(address)).setTarget(new Target().setAddress(answersAt));
        answers.deliveryReadHandler(this::answered);
        answers.open().addCredit(100);
        this.requests = client.sender(address);
    }

    /** Asks and waits for the answer. */
    SentMessage ask(String operation, Object body) throws IOException {
        return ask(operation, body, answersAt, null);
    }

    /** The same with the answer to go elsewhere, or as a part of a transaction. */
    SentMessage ask(String operation, Object body, String replyTo, DeliveryState state) throws IOException {
        return ask((Object) ("q-" + ++asked), operation, body, replyTo, state);
    }

    SentMessage askAs(Object id, String operation, Object body) throws IOException {
        return ask(id, operation, body, answersAt, null);
    }

    private SentMessage ask(Object id, String operation, Object body, String replyTo, DeliveryState state)
            throws IOException {
        say(id, operation, body, replyTo, state);
        if (!client.until(() -> answer != null)) {
            throw new AssertionError("No answer to " + operation);
        }
        return answer;
    }

    /** Asks and waits for nothing. */
    void say(String operation, Object body) {
        say("q-" + ++asked, operation, body, answersAt, null);
    }

    private void say(Object id, String operation, Object body, String replyTo, DeliveryState state) {
        Properties properties = new Properties();
        properties.setMessageId(id);
        properties.setReplyTo(replyTo);
        answer = null;
        var named = new ApplicationProperties(Map.of("operation", operation));
        client.send(requests, Codec.current().encode(properties, named, new AmqpValue(body)), state);
    }

    private void answered(IncomingDelivery delivery) {
        if (!delivery.isPartial()) {
            answer = new SentMessage(bytes(delivery));
        }
    }

    static ProtonBuffer buffer(byte[] bytes) {
        return ProtonBufferAllocator.defaultAllocator().copy(bytes);
    }

    static byte[] bytes(IncomingDelivery delivery) {
        ProtonBuffer buffer = delivery.readAll();
        byte[] bytes = new byte[buffer.getReadableBytes()];
        buffer.readBytes(bytes, 0, bytes.length);
        return bytes;
    }

    static int status(SentMessage answer) {
        return (Integer) answer.applicationProperties().get("statusCode");
    }

    static Object field(SentMessage answer, String name) {
        return ((Map<?, ?>) answer.value()).get(name);
    }
}
