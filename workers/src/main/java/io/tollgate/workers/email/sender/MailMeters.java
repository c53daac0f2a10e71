package io.tollgate.workers.email.sender;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.workers.email.ClaimedMail;
import io.tollgate.workers.email.MailAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what the mail server says. */
@Component
class MailMeters {
    private static final Logger LOG = LoggerFactory.getLogger(MailMeters.class);

    private final MeterRegistry registry;

    MailMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(ClaimedMail mail, MailAnswer answer) {
        if (answer instanceof MailAnswer.Refused refused) {
            count("refused");
            LOG.error("the mail server refused {} for good: {}", mail.intent().id(), refused.code());
        } else if (answer instanceof MailAnswer.Later later) {
            count("later");
            LOG.info("the mail server wants {} later: {}", mail.intent().id(), later.code());
        } else {
            count("accepted");
        }
    }

    void away(Throwable failure) {
        count("away");
        LOG.warn("the mail is kept: {}", failure.getMessage());
    }

    private void count(String outcome) {
        registry.counter("tollgate.mails", "outcome", outcome).increment();
    }
}
