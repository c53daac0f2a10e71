package io.tollgate.telemetry;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Gives each application a log file of its own name when {@code TOLLGATE_LOG_DIR} is set; YAML has no such "when". */
class LogFile implements EnvironmentPostProcessor, Ordered {

    static final String DIRECTORY = "TOLLGATE_LOG_DIR";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String directory = environment.getProperty(DIRECTORY);
        if (StringUtils.hasText(directory)) {
            String file = directory + "/" + environment.getProperty("spring.application.name", "application") + ".json";
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("tollgateLogFile", Map.of("logging.file.name", file)));
        }
    }

    /** After the configuration files, which hold the application's name. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
