package io.tollgate.users.client.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.users.client.Client;
import io.tollgate.users.client.Clients;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Clients on SQL. */
@Component
class R2dbcClients implements Clients {
    private final DatabaseClient database;

    R2dbcClients(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Client client) {
        return ClientRow.bind(database.sql(ClientSql.INSERT_CLIENT), client)
                .bind("createdAt", UtcDateTime.toColumn(client.createdAt()))
                .then();
    }

    @Override
    public Mono<Client> find(String id) {
        return database.sql(ClientSql.FIND_CLIENT)
                .bind("id", id)
                .map(ClientRow::client)
                .one();
    }

    @Override
    public Mono<Client> hold(String id) {
        return database.sql(ClientSql.HOLD_CLIENT).bind("id", id).then().then(Mono.defer(() -> find(id)));
    }

    @Override
    public Mono<Void> save(Client client) {
        return ClientRow.bind(database.sql(ClientSql.SAVE_CLIENT), client).then();
    }

    @Override
    public Mono<Boolean> isEmpty() {
        return database.sql(ClientSql.COUNT_CLIENTS)
                .map(row -> row.get(0, Long.class) == 0)
                .one();
    }
}
