package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.hygiene.BadRequest;
import io.tollgate.gateway.hygiene.BadRequestRefused;
import io.tollgate.gateway.hygiene.BodyTooLarge;
import io.tollgate.gateway.hygiene.HygieneProperties;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What a caller is told about a request that is refused for its form; the connection is not trusted after it. */
@Configuration(proxyBeanMethods = false)
class HygieneProblems {
    static final ProblemType TARGET_TOO_LONG = new ProblemType("target-too-long", 414, "The request line is too long");
    static final ProblemType HEADERS_TOO_LARGE =
            new ProblemType("headers-too-large", 431, "The header fields are too large");

    static final ProblemType REQUEST_TIMEOUT =
            new ProblemType("request-timeout", 408, "The request did not come in time");

    static final ProblemType API_KEY_IN_QUERY =
            new ProblemType("api-key-in-query", 400, "Keys are not accepted in the query");

    static final ProblemType METHOD_UNKNOWN =
            new ProblemType("method-unknown", 501, "The gateway does not know the method");
    static final ProblemType VERSION_NOT_SUPPORTED =
            new ProblemType("version-not-supported", 505, "The gateway does not speak this version of HTTP");

    private static final Map<BadRequest, ProblemType> TYPES = Map.of(
            BadRequest.LATE, REQUEST_TIMEOUT,
            BadRequest.LATE_BODY, REQUEST_TIMEOUT,
            BadRequest.VERSION, VERSION_NOT_SUPPORTED,
            BadRequest.METHOD, METHOD_UNKNOWN,
            BadRequest.CARD_NUMBER, ProblemTypes.CARD_NUMBER,
            BadRequest.KEY_IN_TARGET, API_KEY_IN_QUERY,
            BadRequest.TARGET_TOO_LONG, TARGET_TOO_LONG,
            BadRequest.HEADERS_TOO_LARGE, HEADERS_TOO_LARGE);

    @Bean
    RefusalTable hygieneRefusals(HygieneProperties properties) {
        return RefusalTable.of()
                .on(BadRequestRefused.class, refused -> problem(refused.reason()))
                .on(
                        BodyTooLarge.class,
                        refused -> closing(Problem.of(ProblemTypes.PAYLOAD_TOO_LARGE)
                                .with("rule", "body-size")
                                .with("limit", properties.maxBodySize().toBytes())));
    }

    private static Problem problem(BadRequest reason) {
        ProblemType type = TYPES.getOrDefault(reason, ProblemTypes.MALFORMED_REQUEST);
        return closing(Problem.of(type).detail(reason.sentence()));
    }

    private static Problem closing(Problem problem) {
        return problem.header(HttpHeaders.CONNECTION, "close");
    }
}
