package io.tollgate.gateway.caller;

import io.tollgate.gateway.limit.Rate;

/** What an API client has agreed to. */
public record Plan(String name, Rate rate) {}
