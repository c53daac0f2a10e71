package io.tollgate.users.account.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.account.EmailTaken;
import io.tollgate.users.account.UserNotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told about accounts. */
@Configuration(proxyBeanMethods = false)
class AccountProblems {
    static final ProblemType EMAIL_TAKEN = new ProblemType("email-taken", 409, "The e-mail address has an account");

    @Bean
    RefusalTable accountRefusals() {
        return RefusalTable.of()
                .on(EmailTaken.class, refusal -> Problem.of(EMAIL_TAKEN)
                        .error("/email", "email-taken", "has an account already"))
                .on(UserNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND));
    }
}
