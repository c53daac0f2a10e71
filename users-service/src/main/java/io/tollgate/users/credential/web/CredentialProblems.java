package io.tollgate.users.credential.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.credential.CredentialUnknown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the gateway is told about a credential that nobody has. */
@Configuration(proxyBeanMethods = false)
class CredentialProblems {
    @Bean
    RefusalTable credentialRefusals() {
        return RefusalTable.of().on(CredentialUnknown.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND));
    }
}
