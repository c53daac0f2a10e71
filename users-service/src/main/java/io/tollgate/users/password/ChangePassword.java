package io.tollgate.users.password;

import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.credential.PasswordHash;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Sets the password of a user who knows the present one. */
@Service
public class ChangePassword {
    private final SetPassword set;

    public ChangePassword(SetPassword set) {
        this.set = set;
    }

    @Transactional
    public Mono<Void> handle(String userId, Optional<PasswordHash> password, Actor actor) {
        return Mono.justOrEmpty(password)
                .switchIfEmpty(Mono.error(WrongPassword::new))
                .flatMap(hash -> set.ofUser(userId, hash, Deed.of(Act.PASSWORD_CHANGED, actor)))
                .then();
    }
}
