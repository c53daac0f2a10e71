package io.tollgate.users.erasure;

import io.tollgate.users.account.Change;
import io.tollgate.users.account.KeepUser;
import io.tollgate.users.account.User;
import io.tollgate.users.account.UserNotFound;
import io.tollgate.users.account.Users;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.password.WrongPassword;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Closes an account for ever: nothing personal is left here, and the others are told to do the same. */
@Service
public class CloseAccount {

    private final Users users;
    private final KeepUser keep;
    private final EraseTraces traces;
    private final Erasures erasures;
    private final ErasureTimes times;

    public CloseAccount(Users users, KeepUser keep, EraseTraces traces, Erasures erasures, ErasureTimes times) {
        this.users = users;
        this.keep = keep;
        this.traces = traces;
        this.erasures = erasures;
        this.times = times;
    }

    /** @param proven whether the user has just proven the password */
    @Transactional
    public Mono<Void> handle(String userId, boolean proven, Actor actor) {
        return proven
                ? users.hold(userId)
                        .filter(user -> !user.isErased())
                        .switchIfEmpty(Mono.error(UserNotFound::new))
                        .flatMap(user -> close(user, Deed.of(Act.CLOSED, actor)))
                : Mono.error(WrongPassword::new);
    }

    private Mono<Void> close(User user, Deed deed) {
        Change gone = user.erased(times.now());
        Erasure erasure = new Erasure(user.id(), gone.after().version(), times.now(), List.of());
        return traces.handle(user.id())
                .then(Mono.defer(() -> erasures.add(erasure, times.next())))
                .then(Mono.defer(() -> keep.change(gone, PasswordHash.NONE, deed)))
                .then();
    }
}
