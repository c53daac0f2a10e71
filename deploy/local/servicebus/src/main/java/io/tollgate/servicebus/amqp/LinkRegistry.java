package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.access.Claims;
import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.Entity;
import io.tollgate.servicebus.broker.MessageQueue;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.topology.AccessRule.Right;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.apache.qpid.protonj2.types.messaging.Terminus;
import org.apache.qpid.protonj2.types.transactions.Coordinator;

/** The links of one connection, each given to what serves it. */
final class LinkRegistry {

    private final AmqpConnection connection;
    private final Links links;
    private final Broker broker;
    private final Set<ConsumerLink> consumers = new LinkedHashSet<>();
    private final Map<String, ReplyLink> replies = new HashMap<>();
    private final Map<Receiver, Long> unfinished = new IdentityHashMap<>();
    private final Claims claims;
    private final Transactions transactions;
    private final Node cbs;
    private int open;

    LinkRegistry(AmqpConnection connection, Links links, Broker broker, Claims claims) {
        this.connection = connection;
        this.links = links;
        this.broker = broker;
        this.claims = claims;
        this.transactions = new Transactions(broker);
        this.cbs = new CbsNode(claims);
    }

    /** The client wants to send. */
    void opened(Receiver receiver) {
        try {
            count(receiver.getRemoteTarget());
            receiver.closeHandler(closed -> {
                unfinished.remove(closed);
                closed(closed::close);
            });
            receiver.detachHandler(detached -> closed(detached::detach));
            Terminus terminus = receiver.getRemoteTarget();
            if (terminus instanceof Coordinator) {
                new CoordinatorLink(receiver, transactions, links.ids()).open();
                return;
            }
            Address address = Address.of(((Target) terminus).getAddress());
            if (address.isCbs()) {
                new RequestLink(receiver, "", cbs, this).open();
            } else if (address.isManagement()) {
                broker.find(address.entity());
                new RequestLink(receiver, address.entity(), new ManagementNode(links, claims, transactions), this)
                        .open();
            } else {
                claims.require(address.path(), Right.SEND);
                new ProducerLink(receiver, links, transactions, this, broker.find(address.path())).open();
            }
        } catch (Refused refused) {
            Wire.refuse(receiver, refused);
        }
    }

    /** The client wants to receive. */
    void opened(Sender sender) {
        try {
            count(sender.getRemoteSource());
            Address address = Address.of(sender.getRemoteSource().getAddress());
            if (address.isCbs() || address.isManagement()) {
                open(new ReplyLink(sender));
            } else {
                claims.require(address.path(), Right.LISTEN);
                open(new ConsumerLink(sender, links, transactions, connection, receivable(address)));
            }
        } catch (Refused refused) {
            sender.closeHandler(closed -> closed(closed::close));
            Wire.refuse(sender, refused);
        }
    }

    private MessageQueue receivable(Address address) {
        MessageQueue queue = broker.queue(address.path());
        if (queue.settings().forwardTo() != null) {
            throw Refused.notAllowed("Cannot create a message receiver on an entity with auto-forwarding enabled.");
        }
        return queue;
    }

    /**
     * The link that answers go to: known to some clients by its target's address, to others by its name. Python's names
     * none and means the one it has opened from the same node.
     */
    ReplyLink reply(Receiver asking, String replyTo) {
        ReplyLink named = replies.get(replyTo);
        return named != null
                ? named
                : replies.values().stream()
                        .filter(reply -> reply.answers(asking))
                        .findFirst()
                        .orElse(null);
    }

    /** How much of a delivery has come so far (0 once it is whole); too much in all ends the connection. */
    void unfinished(Receiver receiver, long bytes) {
        if (bytes == 0) {
            unfinished.remove(receiver);
            return;
        }
        unfinished.put(receiver, bytes);
        long all = unfinished.values().stream().mapToLong(Long::longValue).sum();
        if (all > links.limits().unfinishedBytes()) {
            connection.end("amqp:resource-limit-exceeded", "Too many messages are begun and not finished.");
        }
    }

    /** Whether a token that is still good gives the right. */
    boolean allows(Entity entity, Right right) {
        return claims.allow(entity.path(), right);
    }

    /** Closes receivers whose token has expired; senders find out when they send. */
    void closeExpired() {
        for (ConsumerLink consumer : List.copyOf(consumers)) {
            if (!allows(consumer.queue(), Right.LISTEN)) {
                consumer.expire();
            }
        }
    }

    /** The client takes bytes again. */
    void resume() {
        consumers.forEach(ConsumerLink::resume);
    }

    /** The connection is gone, and all its links with it. */
    void closeAll() {
        List.copyOf(consumers).forEach(ConsumerLink::release);
        consumers.clear();
        replies.clear();
        transactions.rollBackAll();
        unfinished.clear();
    }

    private void open(ReplyLink link) {
        List<String> names = link.names();
        names.forEach(name -> replies.put(name, link));
        link.open(closing -> {
            names.forEach(name -> replies.remove(name, link));
            closed(closing);
        });
    }

    private void open(ConsumerLink link) {
        consumers.add(link);
        link.open(closing -> {
            consumers.remove(link);
            closed(closing);
        });
    }

    private void count(Object terminus) {
        int most = links.limits().maxLinks();
        if (++open > most) {
            connection.end("amqp:resource-limit-exceeded", "A connection has " + most + " links at most.");
        }
        if (terminus == null) {
            throw Refused.invalid("The link names no entity.");
        }
    }

    private void closed(Runnable answer) {
        open--;
        answer.run();
    }
}
