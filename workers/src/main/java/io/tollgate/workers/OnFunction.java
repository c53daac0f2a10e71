package io.tollgate.workers;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Looks for the function among those that the configuration names, separated by semicolons. */
class OnFunction implements Condition {
    private static final String DEFINITION = "spring.cloud.function.definition";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String wanted =
                metadata.getAnnotations().get(ConditionalOnFunction.class).getString("value");
        String definition = context.getEnvironment().getProperty(DEFINITION, "");
        return names(definition).contains(wanted);
    }

    static List<String> names(String definition) {
        return List.of(definition.split("\\s*;\\s*"));
    }
}
