package io.tollgate.workers.email.store;

/** What is said to the table of mails. */
final class MailSql {
    static final String IS_KNOWN = "SELECT notification_id FROM mail_intent WHERE notification_id = :id";
    static final String INSERT =
            """
            INSERT INTO mail_intent (notification_id, user_id, template, address, name, subject, body, state, attempts,
                next_attempt_at, refusal, traceparent, expires_at, changed_at)
            VALUES (:id, :userId, :template, :address, :name, :subject, :body, :state, :attempts,
                :nextAttemptAt, :refusal, :traceparent, :expiresAt, :now)
            """;
    static final String DUE =
            """
            SELECT TOP (:limit) notification_id FROM mail_intent
            WHERE state = 'PENDING' AND next_attempt_at <= :now
            ORDER BY next_attempt_at
            """;
    // Whoever changes the row has the mail; the condition is the whole of the agreement between instances.
    static final String CLAIM =
            """
            UPDATE mail_intent SET claim = :claim, next_attempt_at = :until
            WHERE notification_id = :id AND state = 'PENDING' AND next_attempt_at <= :now
            """;
    static final String CLAIMED =
            """
            SELECT notification_id, user_id, template, address, name, subject, body, state, attempts, next_attempt_at,
                claim, refusal, traceparent, expires_at
            FROM mail_intent WHERE notification_id = :id AND claim = :claim AND state = 'PENDING'
            """;
    static final String AGAIN =
            """
            UPDATE mail_intent SET attempts = :attempts, next_attempt_at = :nextAttemptAt, claim = NULL, changed_at = :now
            WHERE notification_id = :id AND claim = :claim
            """;
    static final String END =
            """
            UPDATE mail_intent SET state = :state, attempts = :attempts, refusal = :refusal, claim = NULL,
                address = NULL, name = NULL, subject = NULL, body = NULL, changed_at = :now
            WHERE notification_id = :id AND claim = :claim
            """;

    private MailSql() {}
}
