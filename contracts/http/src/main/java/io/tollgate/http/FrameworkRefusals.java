package io.tollgate.http;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebInputException;

/** Spring's own refusals of a request, said as problems. */
final class FrameworkRefusals {
    private static final Map<Integer, ProblemType> BY_STATUS = Map.of(
            404, ProblemTypes.NOT_FOUND,
            405, ProblemTypes.METHOD_NOT_ALLOWED,
            406, ProblemTypes.NOT_ACCEPTABLE,
            413, ProblemTypes.PAYLOAD_TOO_LARGE,
            415, ProblemTypes.UNSUPPORTED_MEDIA_TYPE);

    private static final String PATCHES = MergePatch.MEDIA_TYPE + ", " + MediaType.APPLICATION_JSON_VALUE;

    private FrameworkRefusals() {}

    static Optional<Problem> problemOf(Throwable thrown) {
        if (isTooLarge(thrown)) {
            return Optional.of(Problem.of(ProblemTypes.PAYLOAD_TOO_LARGE));
        }
        return InputRefusals.problemOf(thrown).or(() -> byStatus(thrown));
    }

    private static boolean isTooLarge(Throwable thrown) {
        return thrown instanceof DataBufferLimitException
                || thrown instanceof ServerWebInputException
                        && NestedExceptionUtils.getMostSpecificCause(thrown) instanceof DataBufferLimitException;
    }

    private static Optional<Problem> byStatus(Throwable thrown) {
        if (!(thrown instanceof ErrorResponse answer) || !answer.getStatusCode().is4xxClientError()) {
            return Optional.empty();
        }
        ProblemType type = BY_STATUS.getOrDefault(answer.getStatusCode().value(), ProblemTypes.MALFORMED_REQUEST);
        return Optional.of(withHeaders(Problem.of(type), answer));
    }

    /** RFC 5789, 2.2, says of a patch where to look. */
    private static Problem withAccepted(Problem problem, boolean patch) {
        String accepted = patch ? PATCHES : MediaType.APPLICATION_JSON_VALUE;
        Problem told = problem.detail("Accepted is " + accepted + ".").header(HttpHeaders.ACCEPT, accepted);
        return patch ? told.header(HttpHeaders.ACCEPT_PATCH, accepted) : told;
    }

    private static Problem withHeaders(Problem problem, ErrorResponse answer) {
        if (problem.type() == ProblemTypes.UNSUPPORTED_MEDIA_TYPE) {
            return withAccepted(problem, !answer.getHeaders().getAcceptPatch().isEmpty());
        }
        String allow = answer.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow);
    }
}
