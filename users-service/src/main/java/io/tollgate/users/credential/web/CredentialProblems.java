package io.tollgate.users.credential.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.credential.CredentialUnknown;
import io.tollgate.users.credential.FeedPositionGone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the gateway is told about a credential that nobody has, and a position that leads nowhere. */
@Configuration(proxyBeanMethods = false)
class CredentialProblems {
    static final ProblemType POSITION_GONE =
            new ProblemType("feed-position-gone", 410, "The feed does not lead on from this position");

    @Bean
    RefusalTable credentialRefusals() {
        return RefusalTable.of()
                .on(CredentialUnknown.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(FeedPositionGone.class, refusal -> Problem.of(POSITION_GONE));
    }
}
