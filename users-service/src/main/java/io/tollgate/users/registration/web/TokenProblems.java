package io.tollgate.users.registration.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.token.TokenInvalid;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told to who sends a token that is good for nothing, wherever it is sent. */
@Configuration(proxyBeanMethods = false)
class TokenProblems {
    static final ProblemType TOKEN_INVALID = new ProblemType("token-invalid", 422, "The token is not valid any more");

    @Bean
    RefusalTable tokenRefusals() {
        return RefusalTable.of().on(TokenInvalid.class, refusal -> Problem.of(TOKEN_INVALID)
                .error("/token", "token-invalid", "is unknown, used, replaced by a newer one, or too old"));
    }
}
