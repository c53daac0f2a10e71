package io.tollgate.broken.calls.order.web;

import org.springframework.web.reactive.function.client.WebClient;

record OrderController(WebClient client) {}
