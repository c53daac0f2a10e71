package io.tollgate.users.mail;

import io.tollgate.users.account.Profile;
import io.tollgate.users.account.User;
import io.tollgate.users.account.Users;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Adds what only this service knows, the address and what the user wants to hear; who is gone or wants nothing is not told. */
@Service
public class TellUser {
    private final Users users;
    private final Mails mails;

    public TellUser(Users users, Mails mails) {
        this.users = users;
        this.mails = mails;
    }

    public Mono<Void> handle(Wanted wanted) {
        return users.find(wanted.userId())
                .filter(TellUser::wantsToHear)
                .flatMap(user -> mails.send(mail(user.profile(), wanted)));
    }

    private static boolean wantsToHear(User user) {
        return !user.isErased()
                && user.standing().verified()
                && user.profile().preferences().orderMails();
    }

    private static Mail mail(Profile profile, Wanted wanted) {
        return new Mail(
                wanted.notificationId(),
                wanted.userId(),
                profile.email(),
                profile.name(),
                wanted.template(),
                wanted.parameters(),
                wanted.decidedAt());
    }
}
