package io.tollgate.gateway.refusal;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many refusals wait to be told to users-service, where their clients look them up.
 *
 * @param maxWaiting in all
 * @param maxWaitingPerClient of one client, so that one that is refused a thousand times a second leaves room for others
 */
@Validated
@ConfigurationProperties("tollgate.gateway.refusals")
public record RefusalProperties(
        @Min(1) @DefaultValue("10000") int maxWaiting, @Min(1) @DefaultValue("200") int maxWaitingPerClient) {}
