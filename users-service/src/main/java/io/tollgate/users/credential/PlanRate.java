package io.tollgate.users.credential;

import java.time.Duration;

/** What a plan comes to for a gateway that knows rates only: {@code limit} requests per window, {@code burst} of them at once. */
public record PlanRate(int limit, Duration window, int burst) {}
