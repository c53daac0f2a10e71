package io.tollgate.http;

import java.util.List;

/** The refusals that mean the same at the gateway and at every service. */
public final class ProblemTypes {
    public static final ProblemType MALFORMED_REQUEST =
            new ProblemType("malformed-request", 400, "The request cannot be read");
    public static final ProblemType VALIDATION_FAILED =
            new ProblemType("validation-failed", 400, "The request breaks the documented rules");
    public static final ProblemType UNKNOWN_PROPERTY =
            new ProblemType("unknown-property", 400, "The request has a property that does not exist");
    public static final ProblemType CARD_NUMBER =
            new ProblemType("card-number", 400, "Card numbers are not accepted here");
    public static final ProblemType IDEMPOTENCY_KEY_REQUIRED =
            new ProblemType("idempotency-key-required", 400, "This operation needs an Idempotency-Key");
    public static final ProblemType IDEMPOTENCY_KEY_INVALID =
            new ProblemType("idempotency-key-invalid", 400, "The Idempotency-Key is not usable");
    public static final ProblemType CALLER_TOKEN_REQUIRED =
            new ProblemType("caller-token-required", 401, "This service answers only to the gateway");
    public static final ProblemType CALLER_TOKEN_INVALID =
            new ProblemType("caller-token-invalid", 401, "The caller token is not valid here and now");
    public static final ProblemType USER_REQUIRED =
            new ProblemType("user-required", 401, "This operation needs a signed-in user");
    public static final ProblemType MISSING_SCOPE =
            new ProblemType("missing-scope", 403, "The API client may not do this");
    public static final ProblemType MISSING_ROLE = new ProblemType("missing-role", 403, "The user may not do this");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is nothing here");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "The method does not exist here");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "No accepted media type can be produced");
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409, "The object changed at the same time");
    public static final ProblemType REQUEST_IN_FLIGHT =
            new ProblemType("request-in-flight", 409, "An equal request is still being worked on");
    public static final ProblemType SECRET_ALREADY_SHOWN =
            new ProblemType("secret-already-shown", 409, "The secret was shown once and is not kept");
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType("precondition-failed", 412, "The object is no longer what the caller saw");
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType("payload-too-large", 413, "The request body is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "The media type of the body is not supported");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "The Idempotency-Key was used with another request");
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", 428, "This operation needs If-Match");
    public static final ProblemType INTERNAL_ERROR = new ProblemType("internal-error", 500, "Something broke");
    public static final ProblemType TOO_BUSY = new ProblemType("too-busy", 503, "Too much work is waiting");
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503, "Something this needs is away");

    private static final List<ProblemType> ALL = List.of(
            MALFORMED_REQUEST,
            VALIDATION_FAILED,
            UNKNOWN_PROPERTY,
            CARD_NUMBER,
            IDEMPOTENCY_KEY_REQUIRED,
            IDEMPOTENCY_KEY_INVALID,
            CALLER_TOKEN_REQUIRED,
            CALLER_TOKEN_INVALID,
            USER_REQUIRED,
            MISSING_SCOPE,
            MISSING_ROLE,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONFLICT,
            REQUEST_IN_FLIGHT,
            SECRET_ALREADY_SHOWN,
            PRECONDITION_FAILED,
            PAYLOAD_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            IDEMPOTENCY_KEY_REUSED,
            PRECONDITION_REQUIRED,
            INTERNAL_ERROR,
            TOO_BUSY,
            UNAVAILABLE);

    private ProblemTypes() {}

    public static List<ProblemType> all() {
        return ALL;
    }
}
