package io.tollgate.orders.order.store;

/** The statements on orders, in the SQL that H2 and SQL Server share. */
final class OrderSql {
    private static final String COLUMNS =
            """
            o.id, o.version, o.user_id, o.client_id, o.status, o.reason, o.deadline, o.stock_reserved,
            o.payment_authorized, o.stock_version, o.payment_version, o.total_amount, o.currency, o.placed_at,
            o.changed_at, l.product_id, l.name, l.quantity, l.unit_price
            """;
    static final String INSERT =
            """
            INSERT INTO customer_order (id, version, user_id, client_id, status, reason, deadline, stock_reserved,
                payment_authorized, stock_version, payment_version, total_amount, currency, placed_at, changed_at)
            VALUES (:id, :version, :userId, :clientId, :status, :reason, :deadline, :stockReserved,
                :paymentAuthorized, :stockVersion, :paymentVersion, :total, :currency, :placedAt, :changedAt)
            """;
    static final String INSERT_LINE =
            """
            INSERT INTO order_line (order_id, line_no, product_id, name, quantity, unit_price)
            VALUES (:id, :lineNo, :productId, :name, :quantity, :unitPrice)
            """;
    static final String UPDATE =
            """
            UPDATE customer_order SET version = :version, status = :status, reason = :reason, deadline = :deadline,
                stock_reserved = :stockReserved, payment_authorized = :paymentAuthorized,
                stock_version = :stockVersion, payment_version = :paymentVersion, changed_at = :changedAt
            WHERE id = :id AND version = :version - 1
            """;
    static final String FIND = "SELECT " + COLUMNS
            + """
            FROM customer_order o JOIN order_line l ON l.order_id = o.id
            WHERE o.id = :id
            ORDER BY l.line_no
            """;
    /** The page is cut before the lines are joined, so that a limit counts orders. */
    static final String LIST = "SELECT " + COLUMNS
            + """
            FROM (
                SELECT * FROM customer_order
                WHERE user_id = :userId AND client_id = :clientId AND id < :before
                ORDER BY id DESC OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            ) o JOIN order_line l ON l.order_id = o.id
            ORDER BY o.id DESC, l.line_no
            """;

    static final String OVERDUE =
            """
            SELECT id FROM customer_order
            WHERE deadline <= :now
            ORDER BY deadline OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            """;

    private OrderSql() {}
}
