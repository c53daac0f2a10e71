package io.tollgate.orders.order.store;

/** The statements on orders, in the SQL that H2 and SQL Server share. */
final class OrderSql {
    private static final String COLUMNS =
            """
            o.id, o.version, o.user_id, o.client_id, o.external_id, o.stage, o.reason, o.deadline, o.stock_version,
            o.payment_version, o.shipment_version, o.shipment_id, o.carrier, o.tracking_number, o.total_amount,
            o.refunded_amount, o.currency, o.ship_name, o.ship_line1, o.ship_line2, o.ship_city, o.ship_postal_code,
            o.ship_region, o.ship_country, o.placed_at, o.changed_at, l.product_id, l.name, l.quantity, l.unit_price
            """;

    /** Of a user who was erased no row is written. */
    static final String INSERT =
            """
            INSERT INTO customer_order (id, version, user_id, client_id, external_id, external_key, status, stage,
                reason, deadline, stock_version, payment_version, shipment_version, shipment_id, carrier,
                tracking_number, total_amount, refunded_amount, currency, ship_name, ship_line1, ship_line2, ship_city,
                ship_postal_code, ship_region, ship_country, placed_at, changed_at)
            SELECT :id, :version, :userId, :clientId, :externalId, :externalKey, :status, :stage,
                :reason, :deadline, :stockVersion, :paymentVersion, :shipmentVersion, :shipmentId, :carrier,
                :trackingNumber, :total, :refunded, :currency, :shipName, :shipLine1, :shipLine2, :shipCity,
                :shipPostalCode, :shipRegion, :shipCountry, :placedAt, :changedAt
            WHERE NOT EXISTS (SELECT 1 FROM erased_user WHERE user_id = :userId)
            """;

    static final String INSERT_LINES =
            """
            INSERT INTO order_line (order_id, line_no, product_id, name, quantity, unit_price)
            VALUES (:id, :no0, :product0, :name0, :quantity0, :price0)""";

    /** One more of them, by its number. */
    static final String ANOTHER_LINE = ", (:id, :no%1$d, :product%1$d, :name%1$d, :quantity%1$d, :price%1$d)";

    static final String UPDATE =
            """
            UPDATE customer_order SET version = :version, status = :status, stage = :stage, reason = :reason,
                deadline = :deadline, stock_version = :stockVersion, payment_version = :paymentVersion,
                shipment_version = :shipmentVersion, shipment_id = :shipmentId, carrier = :carrier,
                tracking_number = :trackingNumber, refunded_amount = :refunded, changed_at = :changedAt
            WHERE id = :id AND version = :version - 1
            """;

    static final String FIND = "SELECT " + COLUMNS
            + """
            FROM customer_order o JOIN order_line l ON l.order_id = o.id
            WHERE o.id = :id
            ORDER BY l.line_no
            """;

    static final String FIND_NAMED = "SELECT " + COLUMNS
            + """
            FROM customer_order o JOIN order_line l ON l.order_id = o.id
            WHERE o.client_id = :clientId AND o.external_key = :externalKey
            ORDER BY l.line_no
            """;

    /**
     * With every condition that a list may have, each on a line of its own; those nobody asked for are left out. What is
     * the same in all rows stands in front of the order, or H2 would sort what its index has sorted already. The page is
     * cut before the lines are joined, so that a limit counts orders.
     */
    static final String LIST = "SELECT " + COLUMNS
            + """
            FROM (
                SELECT * FROM customer_order
                WHERE placed_at < :placedBefore
                AND user_id = :userId
                AND client_id = :clientId
                AND status = :status
                AND external_key = :externalKey
                AND placed_at >= :placedAfter
                AND placed_at <= :afterPlacedAt AND (placed_at < :afterPlacedAt OR id < :afterId)
                ORDER BY
                user_id, /* :userId */
                client_id, /* :clientId */
                status, /* :status */
                placed_at DESC, id DESC OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            ) o JOIN order_line l ON l.order_id = o.id
            ORDER BY o.placed_at DESC, o.id DESC, l.line_no
            """;

    static final String OVERDUE =
            """
            SELECT id FROM customer_order
            WHERE deadline <= :now
            ORDER BY deadline OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            """;

    static final String OPEN_OF_USER =
            """
            SELECT id FROM customer_order
            WHERE user_id = :userId AND status IN ('PLACED', 'CONFIRMED')
            ORDER BY placed_at DESC
            """;

    static final String FORGET_ADDRESSES =
            """
            UPDATE customer_order SET ship_name = NULL, ship_line1 = NULL, ship_line2 = NULL, ship_city = NULL,
                ship_postal_code = NULL, ship_region = NULL, ship_country = NULL
            WHERE user_id = :userId AND ship_name IS NOT NULL
            """;

    private OrderSql() {}
}
