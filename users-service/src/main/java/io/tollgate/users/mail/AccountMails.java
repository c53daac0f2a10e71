package io.tollgate.users.mail;

import io.tollgate.users.account.User;
import io.tollgate.users.credential.Email;
import io.tollgate.users.token.IssueToken;
import io.tollgate.users.token.IssuedToken;
import io.tollgate.users.token.Purpose;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The mails about an account itself. Anybody can cause one by naming an address: each is asked for with {@link #mayMail}. */
@Service
public class AccountMails {
    /** Instead of a name: what somebody typed would reach whomever he likes as our mail. */
    private static final String WHOEVER_READS = "customer";

    private final Mails mails;
    private final MailAllowance allowance;
    private final IssueToken issue;
    private final Ids ids;
    private final Clock clock;

    public AccountMails(Mails mails, MailAllowance allowance, IssueToken issue, Ids ids, Clock clock) {
        this.mails = mails;
        this.allowance = allowance;
        this.issue = issue;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether one more may go to this address now; it counts as sent. Where not, nothing at all is done. */
    public Mono<Boolean> mayMail(Email address) {
        return allowance.take(address);
    }

    public Mono<Void> proveAddress(User user) {
        return withToken(user, Purpose.VERIFY, user.profile().email(), "verify-email");
    }

    public Mono<Void> provePendingAddress(User user) {
        return withToken(
                user, Purpose.CHANGE_EMAIL, user.profile().pendingEmail().orElseThrow(), "verify-email");
    }

    public Mono<Void> resetPassword(User user) {
        return withToken(user, Purpose.RESET, user.profile().email(), "reset-password");
    }

    /** To the owner of an address that somebody else wanted. */
    public Mono<Void> inUse(User owner) {
        return send(owner, owner.profile().email(), "email-in-use", Map.of());
    }

    private Mono<Void> withToken(User user, Purpose purpose, Email to, String template) {
        return issue.handle(user.id(), purpose).flatMap(token -> send(user, to, template, parameters(token)));
    }

    private Mono<Void> send(User user, Email to, String template, Map<String, String> parameters) {
        String name = isProven(user, to) ? user.profile().name() : WHOEVER_READS;
        return mails.send(new Mail(ids.next("ntf"), user.id(), to, name, template, parameters, clock.instant()));
    }

    private static boolean isProven(User user, Email to) {
        return user.standing().verified() && to.equals(user.profile().email());
    }

    private static Map<String, String> parameters(IssuedToken token) {
        return Map.of(
                "token", token.secret().value(), "expiresAt", token.expiresAt().toString());
    }
}
