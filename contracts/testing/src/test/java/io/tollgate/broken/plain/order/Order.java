package io.tollgate.broken.plain.order;

import com.fasterxml.jackson.annotation.JsonProperty;

public record Order(@JsonProperty("order_id") String id) {}
