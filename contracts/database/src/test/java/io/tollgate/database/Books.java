package io.tollgate.database;

import org.springframework.r2dbc.core.DatabaseClient;

/** A shelf with one book: the world of these tests. */
final class Books {
    static final String INSERT =
            "INSERT INTO book (id, title, copies, added_at) VALUES ('emma', 'Emma', 3, '2026-01-01 00:00:00')";

    private Books() {}

    static long count(DatabaseClient client) {
        return client.sql("SELECT COUNT(*) FROM book")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
