package io.tollgate.orders.order.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.orders.order.OrderQuery;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The list with the conditions that were asked for and no others, so that each has an index that leads to its page. */
final class ListStatement {
    private static final LocalDateTime NEVER = LocalDateTime.parse("9999-12-31T00:00:00");
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ListStatement(OrderQuery query, int limit) {
        parameters.put("limit", limit);
        parameters.put(
                "placedBefore", query.placedBefore().map(UtcDateTime::toColumn).orElse(NEVER));
        keep("userId", query.userId());
        keep("clientId", query.clientId());
        keep("status", query.status().map(Enum::name));
        keep("externalKey", query.externalId().map(ExternalKey::of));
        keep("placedAfter", query.placedAfter().map(UtcDateTime::toColumn));
        keep("afterPlacedAt", query.after().map(after -> UtcDateTime.toColumn(after.placedAt())));
        keep("afterId", query.after().map(after -> after.id().value()));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    GenericExecuteSpec on(DatabaseClient database) {
        return database.sql(sql()).bindValues(parameters);
    }

    String sql() {
        return OrderSql.LIST.lines().filter(this::isAskedFor).collect(Collectors.joining("\n"));
    }

    private boolean isAskedFor(String line) {
        Matcher parameter = PARAMETER.matcher(line);
        return !parameter.find() || parameters.containsKey(parameter.group(1));
    }

    private void keep(String name, Optional<?> value) {
        value.ifPresent(present -> parameters.put(name, present));
    }
}
