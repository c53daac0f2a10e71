package io.tollgate.gateway.usage;

import java.util.List;
import java.util.Map;

/** What users-service is told at once; its id makes a repetition count once. */
public record Report(String id, String gatewayId, Map<String, List<?>> parts) {
    public Report {
        parts = Map.copyOf(parts);
    }
}
