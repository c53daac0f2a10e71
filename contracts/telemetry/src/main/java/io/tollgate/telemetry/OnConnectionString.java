package io.tollgate.telemetry;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Matches when a connection string is set and not empty, as {@code @ConditionalOnProperty} cannot say. */
class OnConnectionString extends SpringBootCondition {

    static final String PROPERTY = "tollgate.telemetry.connection-string";

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean set = StringUtils.hasText(context.getEnvironment().getProperty(PROPERTY));
        return new ConditionOutcome(set, PROPERTY + (set ? " is set" : " is empty"));
    }
}
