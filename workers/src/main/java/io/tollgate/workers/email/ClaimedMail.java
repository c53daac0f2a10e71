package io.tollgate.workers.email;

import java.util.Optional;

/**
 * An intent that nobody else works on for a while.
 *
 * @param claim lets its outcome be kept, as long as nobody took it over
 * @param traceparent the trace in which it was decided
 */
public record ClaimedMail(MailIntent intent, Letter letter, String claim, Optional<String> traceparent) {}
