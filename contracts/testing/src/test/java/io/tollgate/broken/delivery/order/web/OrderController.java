package io.tollgate.broken.delivery.order.web;

import io.tollgate.delivery.Outbox;

record OrderController(Outbox outbox) {}
