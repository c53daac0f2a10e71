package io.tollgate.workers;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Fulfillment hears two entities, and Spring Cloud Stream wants a function for each: who names the one gets the other. */
class WorkerFunctions implements EnvironmentPostProcessor, Ordered {
    private static final String DEFINITION = "spring.cloud.function.definition";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String named = environment.getProperty(DEFINITION, "");
        if (OnFunction.names(named).contains("fulfillment")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("worker-functions", Map.of(DEFINITION, named + ";cancellations")));
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
