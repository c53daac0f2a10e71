package io.tollgate.users.account.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.account.LastAdministrator;
import io.tollgate.users.account.StaleUser;
import io.tollgate.users.account.UserNotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told about accounts; that an address is taken is told to nobody. */
@Configuration(proxyBeanMethods = false)
class AccountProblems {
    static final ProblemType LAST_ADMINISTRATOR =
            new ProblemType("last-administrator", 409, "The platform needs an administrator");

    @Bean
    RefusalTable accountRefusals() {
        return RefusalTable.of()
                .on(LastAdministrator.class, refusal -> Problem.of(LAST_ADMINISTRATOR))
                .on(StaleUser.class, refusal -> ETags.stale().problem())
                .on(UserNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND));
    }
}
