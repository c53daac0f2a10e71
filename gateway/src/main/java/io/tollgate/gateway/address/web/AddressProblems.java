package io.tollgate.gateway.address.web;

import io.tollgate.gateway.address.AddressRefused;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told who asks from the wrong place; never which places are right. */
@Configuration(proxyBeanMethods = false)
class AddressProblems {
    static final ProblemType ADDRESS_NOT_ALLOWED =
            new ProblemType("address-not-allowed", 403, "Nothing is allowed from this address");

    @Bean
    RefusalTable addressRefusals() {
        return RefusalTable.of()
                .on(AddressRefused.NotAllowed.class, refused -> Problem.of(ADDRESS_NOT_ALLOWED)
                        .with("rule", "network:" + refused.level().name().toLowerCase(Locale.ROOT)))
                .on(AddressRefused.Unreadable.class, refused -> Problem.of(ProblemTypes.MALFORMED_REQUEST)
                        .detail("The proxy's header that says where the request comes from cannot be read."))
                .on(AddressRefused.Contradicting.class, refused -> Problem.of(ProblemTypes.MALFORMED_REQUEST)
                        .detail("Forwarded and X-Forwarded-For contradict each other."));
    }
}
