package io.tollgate.users.credential;

import java.time.Duration;

/** How much a client may ask for: {@code limit} requests per window, {@code burst} of them at once. */
public record Plan(String name, int limit, Duration window, int burst) {}
