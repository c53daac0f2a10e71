package io.tollgate.broken.sql.order.web;

import org.springframework.r2dbc.core.DatabaseClient;

record OrderController(DatabaseClient database) {}
