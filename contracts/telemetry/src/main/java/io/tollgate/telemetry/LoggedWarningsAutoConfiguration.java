package io.tollgate.telemetry;

import ch.qos.logback.classic.LoggerContext;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import org.springframework.boot.actuate.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Puts logged warnings and errors beside the spans of their trace. */
@AutoConfiguration(after = OpenTelemetryLoggingAutoConfiguration.class)
@ConditionalOnClass(LoggerContext.class)
@ConditionalOnBean(SdkLoggerProvider.class)
@Conditional(OnConnectionString.class)
public class LoggedWarningsAutoConfiguration {

    @Bean(initMethod = "attach", destroyMethod = "detach")
    static LoggedWarnings loggedWarnings(SdkLoggerProvider records) {
        return new LoggedWarnings(records);
    }
}
