package io.tollgate.users.client.store;

import io.tollgate.users.client.Client;
import io.tollgate.users.client.ClientFilter;
import io.tollgate.users.client.ClientList;
import io.tollgate.users.client.ClientStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The list on SQL: each filter has an index, and one that is not asked for is not in the statement. */
@Component
class R2dbcClientList implements ClientList {
    /** Behind every identifier, in every collation. */
    private static final String BEHIND_ALL = "cli_" + "z".repeat(26);

    private final DatabaseClient database;

    R2dbcClientList(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Client> list(ClientFilter filter, Optional<String> afterId, int limit) {
        Map<String, Object> asked = new LinkedHashMap<>();
        filter.status().map(ClientStatus::name).ifPresent(status -> asked.put("status", status));
        filter.plan().ifPresent(plan -> asked.put("plan_name", plan));
        filter.ownerId().ifPresent(owner -> asked.put("owner_id", owner));
        StringBuilder conditions = new StringBuilder();
        asked.keySet().forEach(column -> conditions.append(" AND %s = :%s".formatted(column, column)));
        return database.sql(ClientSql.LIST_CLIENTS.formatted(conditions))
                .bind("limit", limit)
                .bind("before", afterId.orElse(BEHIND_ALL))
                .bindValues(asked)
                .map(ClientRow::client)
                .all();
    }
}
