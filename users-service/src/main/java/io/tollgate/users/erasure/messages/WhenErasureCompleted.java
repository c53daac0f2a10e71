package io.tollgate.users.erasure.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.users.erasure.KeepReceipt;
import reactor.core.publisher.Mono;

/** One publisher keeps nothing personal of a user any more. */
class WhenErasureCompleted implements MessageHandler<ErasureCompletedMessage> {
    private final String publisher;
    private final KeepReceipt keep;

    WhenErasureCompleted(String publisher, KeepReceipt keep) {
        this.publisher = publisher;
        this.keep = keep;
    }

    @Override
    public String type() {
        return publisher + ".erasure-completed.v1";
    }

    @Override
    public Class<ErasureCompletedMessage> dataType() {
        return ErasureCompletedMessage.class;
    }

    @Override
    public Mono<Void> handle(ErasureCompletedMessage receipt, ReceivedMessage message) {
        return keep.handle(receipt.userId(), receipt.from(publisher));
    }
}
