package io.tollgate.workers.email.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.email.AcceptMail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A notification is ready to be mailed. */
@Component
@Qualifier("email-handlers")
class SendNotificationHandler implements MessageHandler<SendNotificationMessage> {
    private final AcceptMail acceptMail;

    SendNotificationHandler(AcceptMail acceptMail) {
        this.acceptMail = acceptMail;
    }

    @Override
    public String type() {
        return SendNotificationMessage.TYPE;
    }

    @Override
    public Class<SendNotificationMessage> dataType() {
        return SendNotificationMessage.class;
    }

    @Override
    public Mono<Void> handle(SendNotificationMessage command, ReceivedMessage message) {
        return acceptMail.handle(command.toMail(), command.createdAt());
    }
}
