package io.tollgate.http;

import org.springframework.core.codec.DecodingException;

/** A body that is JSON and not what the operation takes, with all that is wrong with it. */
final class UnreadableBody extends DecodingException {
    private final transient Problem problem;

    UnreadableBody(Problem problem, Throwable first) {
        super("the body is not what the operation takes", first);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
