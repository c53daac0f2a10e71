package io.tollgate.delivery;

import io.tollgate.database.Outages;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/** One consumer: reads a message, finds its handler, and says what is to become of it on the broker. */
final class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private final String consumer;
    private final HandlerTable handlers;
    private final MessageJson json;
    private final Handling handling;
    private final Parking parking;

    Receiver(String consumer, HandlerTable handlers, MessageJson json, Handling handling, Parking parking) {
        this.consumer = consumer;
        this.handlers = handlers;
        this.json = json;
        this.handling = handling;
        this.parking = parking;
    }

    String consumer() {
        return consumer;
    }

    /** An error only while the database is away, or when it refuses even to park: the lock is held meanwhile. */
    Mono<Outcome> receive(Message<byte[]> message, String entity) {
        return Mono.fromSupplier(() -> IncomingMessages.read(message, entity))
                .flatMap(this::receive)
                .onErrorResume(MalformedMessage.class, malformed -> Mono.just(malformed(malformed)));
    }

    /** The message with its handler and its data; empty when nobody here hears its type. */
    Optional<Handling.Task<?>> task(IncomingMessage message) {
        return handlers.find(message.type()).map(handler -> task(message, handler));
    }

    private <T> Handling.Task<T> task(IncomingMessage message, MessageHandler<T> handler) {
        IncomingMessage needed = message.with(json.without(message.body(), handler.unread()));
        return new Handling.Task<>(consumer, needed, handler, json.read(needed.body(), handler.dataType()));
    }

    private Mono<Outcome> receive(IncomingMessage message) {
        return task(message).map(this::receive).orElseGet(() -> Mono.just(unheard(message)));
    }

    private Mono<Outcome> receive(Handling.Task<?> task) {
        return handling.isTooOld(task) ? Mono.just(tooOld(task.message())) : handleOrWait(task);
    }

    private Mono<Outcome> handleOrWait(Handling.Task<?> task) {
        return parking.holds(task).flatMap(behind -> behind ? parking.parkBehind(task) : handle(task));
    }

    private Mono<Outcome> handle(Handling.Task<?> task) {
        return handling.once(task, Mono.empty())
                .map(now -> now ? Outcome.HANDLED : Outcome.DUPLICATE)
                .onErrorResume(failure -> !Outages.isDatabaseAway(failure), failure -> park(task, failure));
    }

    private Mono<Outcome> park(Handling.Task<?> task, Throwable failure) {
        return parking.park(task, failure)
                .doOnNext(outcome -> LOG.warn(
                        "{} could not handle {} {} about {}, it is {}",
                        consumer,
                        task.message().type(),
                        task.message().id(),
                        task.message().subject(),
                        outcome == Outcome.PARKED ? "parked and tried again" : "dropped: its user was erased",
                        failure));
    }

    private Outcome unheard(IncomingMessage message) {
        return handlers.knowsAnotherVersion(message.type())
                ? Outcome.deadLettered("unknown-version", message.type() + " is not read by " + consumer)
                : Outcome.UNKNOWN;
    }

    private Outcome tooOld(IncomingMessage message) {
        LOG.error("{} refuses {} {} of {}: it is too old", consumer, message.type(), message.id(), message.time());
        return Outcome.deadLettered("too-old", "said at " + message.time() + ", when it was handled may be forgotten");
    }

    private Outcome malformed(MalformedMessage malformed) {
        LOG.error("{} received a message that cannot be read: {}", consumer, malformed.getMessage());
        return Outcome.deadLettered("malformed", malformed.getMessage());
    }
}
