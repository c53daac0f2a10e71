package io.tollgate.broken.value.order.schedule;

import org.springframework.beans.factory.annotation.Value;

class Sweeper {
    private final int limit;

    Sweeper(@Value("${orders.limit}") int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
