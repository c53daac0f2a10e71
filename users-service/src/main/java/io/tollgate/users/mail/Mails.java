package io.tollgate.users.mail;

import reactor.core.publisher.Mono;

/** Where mails go to be sent, in the transaction of what they are about. */
public interface Mails {
    Mono<Void> send(Mail mail);
}
