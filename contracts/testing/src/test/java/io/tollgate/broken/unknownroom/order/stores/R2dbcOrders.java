package io.tollgate.broken.unknownroom.order.stores;

class R2dbcOrders {}
