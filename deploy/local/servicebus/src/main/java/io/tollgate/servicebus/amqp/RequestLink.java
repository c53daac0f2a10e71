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
import org.apache.qpid.protonj2.types.transactions.TransactionalState;

/** The link on which a client asks a node. */
final class RequestLink {

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
        Requests.open(receiver, this::read);
    }

    private void read(IncomingDelivery delivery, byte[] bytes) {
        TransactionalState within = delivery.getRemoteState() instanceof TransactionalState state ? state : null;
        delivery.disposition(
                within == null
                        ? Accepted.getInstance()
                        : new TransactionalState().setTxnId(within.getTxnId()).setOutcome(Accepted.getInstance()),
                true);
        try {
            ask(new SentMessage(bytes), within);
        } catch (MalformedMessage e) {
            Wire.close(receiver, Refused.malformed(e.getMessage()));
        }
    }

    private void ask(SentMessage message, TransactionalState within) {
        Properties asked = message.properties();
        Object operation = message.applicationProperties().get("operation");
        Request request = new Request(String.valueOf(operation), entity, message.value(), within);
        try {
            node.handle(request, response -> answer(asked, response));
        } catch (Refused refused) {
            answer(asked, Response.of(refused));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            answer(asked, Response.of(Refused.invalid("A field of the request is missing or of the wrong type.")));
        }
    }

    private void answer(Properties asked, Response response) {
        ReplyLink link = registry.reply(receiver, asked.getReplyTo());
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
            for (String name : new String[] {"errorCondition", "error-condition"}) {
                status.put(name, Symbol.valueOf(response.condition()));
            }
        }
        return Codec.current().encode(properties, new ApplicationProperties(status), new AmqpValue(response.body()));
    }
}
