package io.tollgate.broken.otherrooms.order.store;

import io.tollgate.broken.otherrooms.catalog.store.EntryRow;

class R2dbcOrders {
    EntryRow[] joined() {
        return new EntryRow[0];
    }
}
