package io.tollgate.broken.dialect.order.store;

class R2dbcOrders {
    private static final String COLUMNS = "id, status";
    static final String FIND = "SELECT " + COLUMNS + " FROM customer_order WHERE id = :id";

    String newest() {
        return "SELECT " + COLUMNS + " FROM customer_order ORDER BY id DESC LIMIT 3";
    }
}
