package io.tollgate.http;

/** A refusal of the HTTP conventions themselves, which knows its problem; a feature's refusals go through a {@link RefusalTable}. */
public class HttpRefusal extends RuntimeException {
    private final transient Problem problem;

    public HttpRefusal(Problem problem) {
        // expected and frequent: a stack trace would cost more than it tells
        super(problem.type().name(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
