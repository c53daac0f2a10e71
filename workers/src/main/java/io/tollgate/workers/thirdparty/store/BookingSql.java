package io.tollgate.workers.thirdparty.store;

/** What is said to the table of shipments. */
final class BookingSql {
    private static final String COLUMNS =
            """
            shipment_id, order_id, user_id, version, state, parcel_id, carrier, tracking_number, parcel, attempts,
            taken_at, traceparent
            """;
    static final String FIND = "SELECT " + COLUMNS + " FROM shipment WHERE shipment_id = :id";
    static final String INSERT =
            """
            INSERT INTO shipment (shipment_id, order_id, user_id, version, state, parcel, attempts, due_at, opened_at,
                traceparent, changed_at)
            VALUES (:id, :orderId, :userId, :version, :state, :parcel, 0, :now, :now, :traceparent, :now)
            """;
    // Canceled while somebody asks the carrier: the claim stays, and whoever has it finds out.
    static final String CANCEL_REQUESTED =
            """
            UPDATE shipment SET version = :version, state = :state, parcel = NULL, due_at = :now,
                changed_at = :now
            WHERE shipment_id = :id AND version = :version - 1
            """;
    static final String ASK_NEXT =
            """
            UPDATE shipment SET version = :version, state = :state, parcel_id = :parcelId, carrier = :carrier,
                tracking_number = :trackingNumber, parcel = NULL, attempts = 0, taken_at = NULL, claimed_until = NULL,
                due_at = :now, opened_at = :now, changed_at = :now
            WHERE shipment_id = :id AND version = :version - 1
            """;
    static final String DUE =
            """
            SELECT TOP (:limit) shipment_id FROM shipment
            WHERE state IN ('BOOKING', 'CANCEL_REQUESTED', 'CANCELING') AND due_at <= :now
                AND (claimed_until IS NULL OR claimed_until <= :now)
            ORDER BY due_at
            """;
    // Whoever changes the row has the shipment; the condition is the whole of the agreement between instances.
    static final String CLAIM =
            """
            UPDATE shipment SET attempts = attempts + 1, claimed_until = :until, taken_at = ISNULL(taken_at, :now)
            WHERE shipment_id = :id AND state IN ('BOOKING', 'CANCEL_REQUESTED', 'CANCELING') AND due_at <= :now
                AND (claimed_until IS NULL OR claimed_until <= :now)
            """;
    static final String TAKING = "UPDATE shipment SET taken_at = :now WHERE shipment_id = :id";
    static final String POSTPONE = "UPDATE shipment SET due_at = :due, claimed_until = NULL WHERE shipment_id = :id";
    static final String BACKLOG =
            """
            SELECT COUNT(*) AS still_open, MIN(opened_at) AS oldest FROM shipment
            WHERE state IN ('BOOKING', 'CANCEL_REQUESTED', 'CANCELING')
            """;

    private BookingSql() {}
}
