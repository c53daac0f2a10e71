package io.tollgate.users.usage.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.users.usage.RefusedRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** A refused request in a gateway's report. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RefusalForm(
        @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String requestId,
        @Pattern(regexp = "[0-9a-f]{32}", message = "must be a trace id") String traceId,
        @NotNull @OfThisAge Instant at,
        @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String clientId,
        @Pattern(regexp = Words.ID, message = Words.NO_ID) String userId,
        @Pattern(regexp = Words.OPERATION, message = Words.NO_OPERATION) String operation,
        @NotNull @Min(400) @Max(599) Integer status,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,79}", message = "must be the name of a problem") String type,
        @Size(max = 200) String rule,
        @Min(0) Long limit,
        @Min(0) Long remaining,
        @OfThisAge Instant resetAt) {
    RefusedRequest toRefusal() {
        return new RefusedRequest(
                requestId,
                Optional.ofNullable(traceId),
                at,
                clientId,
                Optional.ofNullable(userId),
                Optional.ofNullable(operation),
                status,
                type,
                Optional.ofNullable(rule),
                Optional.ofNullable(limit),
                Optional.ofNullable(remaining),
                Optional.ofNullable(resetAt));
    }
}
