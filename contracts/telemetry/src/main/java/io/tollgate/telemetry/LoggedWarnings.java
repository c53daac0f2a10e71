package io.tollgate.telemetry;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import org.slf4j.LoggerFactory;

/** Hands warnings and errors to OpenTelemetry; those of the exporter itself would feed themselves. */
final class LoggedWarnings extends AppenderBase<ILoggingEvent> {

    private final LoggerProvider records;

    LoggedWarnings(LoggerProvider records) {
        this.records = records;
    }

    void attach() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }
    }

    void detach() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.detachAppender(this);
            stop();
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN) && !isOfTheExporter(event.getLoggerName())) {
            LogRecordBuilder entry = records.get(event.getLoggerName())
                    .logRecordBuilder()
                    .setTimestamp(event.getInstant())
                    .setSeverity(event.getLevel() == Level.WARN ? Severity.WARN : Severity.ERROR)
                    .setBody(event.getFormattedMessage());
            addException(entry, event.getThrowableProxy());
            entry.emit();
        }
    }

    private static void addException(LogRecordBuilder entry, IThrowableProxy thrown) {
        if (thrown != null) {
            entry.setAttribute(stringKey("exception.type"), thrown.getClassName());
            entry.setAttribute(stringKey("exception.message"), thrown.getMessage());
            entry.setAttribute(stringKey("exception.stacktrace"), ThrowableProxyUtil.asString(thrown));
        }
    }

    private static boolean isOfTheExporter(String logger) {
        return logger.startsWith("com.azure.monitor.")
                || logger.startsWith("com.azure.core.")
                || logger.startsWith("io.opentelemetry.")
                || logger.startsWith(CountedSpanExporter.class.getName());
    }
}
