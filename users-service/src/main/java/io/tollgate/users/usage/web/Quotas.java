package io.tollgate.users.usage.web;

import java.util.List;

/** All quotas of a client's plan. */
record Quotas(List<QuotaView> items) {}
