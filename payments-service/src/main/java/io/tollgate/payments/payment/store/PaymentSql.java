package io.tollgate.payments.payment.store;

/** What is said to the table of payments. */
final class PaymentSql {
    static final String SELECT =
            """
            SELECT id, order_id, version, status, decision, user_id, client_id, amount, currency, refunded, refunding,
                authorization_id, action_url, action_expires_at, reason, created_at, updated_at
            FROM payment
            """;
    static final String INSERT =
            """
            INSERT INTO payment (id, order_id, version, status, decision, user_id, client_id, amount, currency,
                refunded, refunding, authorization_id, action_url, action_expires_at, reason, created_at, updated_at)
            VALUES (:id, :orderId, :version, :status, :decision, :userId, :clientId, :amount, :currency,
                :refunded, :refunding, :authorizationId, :actionUrl, :actionExpiresAt, :reason, :createdAt, :updatedAt)
            """;
    static final String UPDATE =
            """
            UPDATE payment SET version = :version, status = :status, decision = :decision, user_id = :userId,
                client_id = :clientId, amount = :amount, currency = :currency, refunded = :refunded,
                refunding = :refunding, authorization_id = :authorizationId, action_url = :actionUrl,
                action_expires_at = :actionExpiresAt, reason = :reason, updated_at = :updatedAt
            WHERE id = :id AND version = :replacedVersion
            """;

    static final String EXPIRED =
            """
            SELECT TOP (:limit) id FROM payment
            WHERE status = 'ACTION_REQUIRED' AND action_expires_at <= :now ORDER BY action_expires_at
            """;

    private PaymentSql() {}
}
