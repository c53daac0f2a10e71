package io.tollgate.workers.erasure.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.erasure.EraseUser;
import io.tollgate.workers.erasure.UserId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A user is to be forgotten. */
@Component
@Qualifier("erasure-handlers")
class UserErasedHandler implements MessageHandler<UserErasedMessage> {
    private final EraseUser eraseUser;

    UserErasedHandler(EraseUser eraseUser) {
        this.eraseUser = eraseUser;
    }

    @Override
    public String type() {
        return UserErasedMessage.TYPE;
    }

    @Override
    public Class<UserErasedMessage> dataType() {
        return UserErasedMessage.class;
    }

    @Override
    public Mono<Void> handle(UserErasedMessage fact, ReceivedMessage message) {
        return eraseUser.handle(new UserId(fact.userId()), fact.version());
    }
}
