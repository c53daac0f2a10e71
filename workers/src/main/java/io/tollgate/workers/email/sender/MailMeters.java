package io.tollgate.workers.email.sender;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.workers.email.MailAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what the mail company says. */
@Component
class MailMeters {
    private static final Logger LOG = LoggerFactory.getLogger(MailMeters.class);

    private final MeterRegistry registry;

    MailMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(MailAnswer answer) {
        count(answer.refusal().isPresent() ? "refused" : "accepted");
        answer.refusal().ifPresent(why -> LOG.error("the mail company refused a mail for good: {}", why));
    }

    void away(Throwable failure) {
        count("away");
        LOG.warn("the mail company is away, the mail is kept: {}", failure.toString());
    }

    private void count(String outcome) {
        registry.counter("tollgate.mails", "outcome", outcome).increment();
    }
}
