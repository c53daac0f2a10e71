package io.tollgate.users.mail;

import io.tollgate.users.credential.Email;
import reactor.core.publisher.Mono;

/** How many mails an address may get from requests that anybody can send: nobody can fill a stranger's mailbox. */
public interface MailAllowance {
    /** Takes one, or says that there is none left for now. */
    Mono<Boolean> take(Email address);

    /** Forgets what is too old to count. */
    Mono<Void> tidy();
}
