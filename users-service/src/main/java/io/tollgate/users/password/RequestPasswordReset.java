package io.tollgate.users.password;

import io.tollgate.users.account.User;
import io.tollgate.users.account.UserStatus;
import io.tollgate.users.account.Users;
import io.tollgate.users.credential.Email;
import io.tollgate.users.mail.AccountMails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Mails a token to whoever has an account with this address; whether anybody has is told to nobody. */
@Service
public class RequestPasswordReset {
    private final Users users;
    private final AccountMails mails;

    public RequestPasswordReset(Users users, AccountMails mails) {
        this.users = users;
        this.mails = mails;
    }

    @Transactional
    public Mono<Void> handle(Email email) {
        return mails.mayMail(email)
                .filter(allowed -> allowed)
                .flatMap(allowed -> users.holdByEmail(email))
                .filter(RequestPasswordReset::mayReset)
                .flatMap(mails::resetPassword);
    }

    private static boolean mayReset(User user) {
        return user.standing().status() != UserStatus.DEACTIVATED;
    }
}
