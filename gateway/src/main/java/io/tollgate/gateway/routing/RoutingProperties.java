package io.tollgate.gateway.routing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a request may take, and how it is tried.
 *
 * @param deadline for the whole request, from its headers to the last byte of the answer
 * @param streamDeadline the same for an answer that is a stream; longer than any service lets one last
 * @param streams how many streams of a service go through this gateway at the same time
 * @param upstreamTimeout until a service begins to answer
 * @param connectTimeout until a connection to a service is made
 * @param retries how often a harmless request is sent again after the connection failed
 * @param backoff how long to wait before that, at most
 * @param retryAfter what a client is told to wait when a service is away
 */
@Validated
@ConfigurationProperties("tollgate.gateway.routing")
public record RoutingProperties(
        @NotNull @DefaultValue("10s") Duration deadline,
        @NotNull @DefaultValue("10m") Duration streamDeadline,
        @Min(1) @DefaultValue("2000") int streams,
        @NotNull @DefaultValue("5s") Duration upstreamTimeout,
        @NotNull @DefaultValue("1s") Duration connectTimeout,
        @Min(0) @Max(2) @DefaultValue("2") int retries,
        @NotNull @DefaultValue("100ms") Duration backoff,
        @NotNull @DefaultValue("2s") Duration retryAfter) {
    public RoutingProperties {
        Duration failing = connectTimeout.plus(backoff).multipliedBy(retries);
        if (deadline.compareTo(failing.plus(upstreamTimeout)) < 0) {
            throw new IllegalArgumentException("the retries and the upstream time-out must fit into the deadline");
        }
    }
}
