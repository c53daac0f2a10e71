package io.tollgate.products.erasure.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.products.erasure.EraseUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A user closed the account. */
@Component
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
    public Mono<Void> handle(UserErasedMessage erased, ReceivedMessage message) {
        return eraseUser.handle(erased.userId(), erased.version());
    }
}
