package io.tollgate.users.address.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.address.AddressRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told about addresses. */
@Configuration(proxyBeanMethods = false)
class AddressProblems {
    static final ProblemType TOO_MANY = new ProblemType("too-many-addresses", 409, "There are too many addresses");

    @Bean
    RefusalTable addressRefusals() {
        return RefusalTable.of()
                .on(AddressRefused.NotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(AddressRefused.Stale.class, refusal -> ETags.stale().problem())
                .on(AddressRefused.TooMany.class, refusal -> Problem.of(TOO_MANY));
    }
}
