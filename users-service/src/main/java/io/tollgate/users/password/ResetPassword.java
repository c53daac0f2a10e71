package io.tollgate.users.password;

import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.token.TokenInvalid;
import io.tollgate.users.token.TokenSecret;
import io.tollgate.users.token.UseToken;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Sets a password with a token out of a mail. */
@Service
public class ResetPassword {
    private final UseToken use;
    private final SetPassword set;

    public ResetPassword(UseToken use, SetPassword set) {
        this.use = use;
        this.set = set;
    }

    @Transactional
    public Mono<Void> handle(TokenSecret token, Optional<PasswordHash> password, Actor actor) {
        return Mono.justOrEmpty(password)
                .switchIfEmpty(Mono.error(TokenInvalid::new))
                .flatMap(hash -> use.handle(token, NewPassword.RESET)
                        .flatMap(used -> set.ofHolder(used.userId(), hash, Deed.of(Act.PASSWORD_RESET, actor))))
                .then();
    }
}
