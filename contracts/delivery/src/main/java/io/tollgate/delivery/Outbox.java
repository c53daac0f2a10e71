package io.tollgate.delivery;

import java.util.List;
import reactor.core.publisher.Mono;

/** What is to be said goes here, in the transaction of what it is about, and is sent after the commit. */
public interface Outbox {

    /** Writes the messages in the caller's transaction; they keep the trace of whoever writes them. */
    Mono<Void> add(List<OutgoingMessage> messages);

    /**
     * Called first by use cases that begin new work: {@link BacklogFull} while too much waits to be sent. What ends or
     * undoes work does not ask.
     */
    Mono<Void> admit();
}
