package io.tollgate.orders.erasure;

import io.tollgate.orders.order.FormerUsers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Forgets what was placed, or not yet sent, at the very moment when its user was erased. */
@Service
class EraseRest {
    private static final String CAUSE = "users.user-erased.v1";

    private final ForgetUser forgetUser;
    private final FormerUsers formerUsers;

    EraseRest(ForgetUser forgetUser, FormerUsers formerUsers) {
        this.forgetUser = forgetUser;
        this.formerUsers = formerUsers;
    }

    @Transactional
    public Mono<Void> handle(String userId) {
        return forgetUser.handle(userId, CAUSE).flatMap(items -> formerUsers.lookedAgain(userId));
    }
}
