package io.tollgate.delivery;

import reactor.core.publisher.Mono;

/** Takes a message and never says what became of it. */
final class SilentHandler implements MessageHandler<Deposit> {
    @Override
    public String type() {
        return Deposit.TYPE;
    }

    @Override
    public Class<Deposit> dataType() {
        return Deposit.class;
    }

    @Override
    public Mono<Void> handle(Deposit data, ReceivedMessage message) {
        return Mono.never();
    }
}
