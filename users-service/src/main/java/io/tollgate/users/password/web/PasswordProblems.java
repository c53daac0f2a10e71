package io.tollgate.users.password.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.password.WrongPassword;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told to who does not know the password that is to be changed. */
@Configuration(proxyBeanMethods = false)
class PasswordProblems {
    static final ProblemType WRONG_PASSWORD = new ProblemType("wrong-password", 422, "The present password is another");

    @Bean
    RefusalTable passwordRefusals() {
        return RefusalTable.of().on(WrongPassword.class, refusal -> Problem.of(WRONG_PASSWORD));
    }
}
