package io.tollgate.delivery;

import java.util.Set;
import reactor.core.publisher.Mono;

/** What a service does when it hears one type of message. */
public interface MessageHandler<T> {

    /** CloudEvents type with its version, such as {@code orders.order-placed.v1}. */
    String type();

    /** The consumer's own record of the fields it reads; others are ignored. */
    Class<T> dataType();

    /**
     * Members of the data that are personal and that are not read here: they are left out of what is parked, and of the
     * dead letter that it becomes. Optional ones alone: the letter may be replayed to others.
     */
    default Set<String> unread() {
        return Set.of();
    }

    /** Messages with the same key wait behind one of them that failed. */
    default String parkingKey(T data, ReceivedMessage message) {
        return message.subject();
    }

    /**
     * The effect, in the transaction of the inbox row. A refusal is a fact to publish, not an error: an error undoes
     * everything and has the message tried again later.
     */
    Mono<Void> handle(T data, ReceivedMessage message);
}
