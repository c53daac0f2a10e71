package io.tollgate.broken.cycle.order;

import io.tollgate.broken.cycle.catalog.Entry;

public record Order(Entry entry) {}
