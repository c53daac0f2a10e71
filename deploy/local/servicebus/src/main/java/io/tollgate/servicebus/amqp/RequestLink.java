package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.amqp.Node.Request;
import io.tollgate.servicebus.amqp.Node.Response;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.message.Codec;
import io.tollgate.servicebus.message.MalformedMessage;
import io.tollgate.servicebus.message.SentMessage;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.types.messaging.Accepted;

/** The link on which a client asks a node. */
final class RequestLink {

    private static final int CREDIT = 100;

    private final Receiver receiver;
    private final String entity;
    private final Node node;
    private final LinkRegistry registry;

    RequestLink(Receiver receiver, String entity, Node node, LinkRegistry registry) {
        this.receiver = receiver;
        this.entity = entity;
        this.node = node;
        this.registry = registry;
    }

    void open() {
        ProducerLink.echo(receiver);
        receiver.deliveryReadHandler(this::read);
        receiver.open();
        receiver.addCredit(CREDIT);
    }

    private void read(IncomingDelivery delivery) {
        if (delivery.isAborted()) {
            delivery.settle();
            return;
        }
        if (delivery.isPartial()) {
            ProducerLink.limit(receiver, delivery);
            return;
        }
        byte[] bytes = ProducerLink.bytes(delivery);
        delivery.disposition(Accepted.getInstance(), true);
        receiver.addCredit(1);
        try {
            ask(new SentMessage(bytes));
        } catch (MalformedMessage e) {
            Wire.close(receiver, Refused.malformed(e.getMessage()));
        }
    }

    private void ask(SentMessage message) {
        Properties asked = message.properties();
        Map<String, Object> properties = message.applicationProperties();
        Request request = new Request(String.valueOf(properties.get("operation")), entity, properties, message.value());
        try {
            node.handle(request, response -> answer(asked, response));
        } catch (Refused refused) {
            answer(asked, Response.of(refused));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            answer(asked, Response.of(Refused.invalid("A field of the request is missing or of the wrong type.")));
        }
    }

    private void answer(Properties asked, Response response) {
        ReplyLink link = registry.reply(asked.getReplyTo());
        if (link != null) {
            link.send(encode(asked, response));
        }
    }

    private static byte[] encode(Properties asked, Response response) {
        Properties properties = new Properties();
        // the client compares with the id it sent, type and all
        properties.setCorrelationId(asked.getMessageId());
        Map<String, Object> status = new HashMap<>();
        for (String name : new String[] {"statusCode", "status-code"}) {
            status.put(name, response.status());
        }
        for (String name : new String[] {"statusDescription", "status-description"}) {
            status.put(name, response.description());
        }
        if (response.condition() != null) {
            status.put("errorCondition", Symbol.valueOf(response.condition()));
        }
        return Codec.current().encode(properties, new ApplicationProperties(status), new AmqpValue(response.body()));
    }
}
