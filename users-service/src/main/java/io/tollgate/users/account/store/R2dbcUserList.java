package io.tollgate.users.account.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.users.account.User;
import io.tollgate.users.account.UserFilter;
import io.tollgate.users.account.UserList;
import io.tollgate.users.account.UserStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The list on SQL: each filter has an index, and one that is not asked for is not in the statement. */
@Component
class R2dbcUserList implements UserList {
    /** Behind every identifier, in every collation. */
    private static final String BEHIND_ALL = "usr_" + "z".repeat(26);

    private static final String OF_STATUS = " AND status = :status";
    private static final String OF_ROLE = " AND id IN (SELECT user_id FROM user_role WHERE role_name = :role)";
    private static final String BEGINNING =
            """
             AND id IN (SELECT id FROM user_account WHERE email LIKE :beginning ESCAPE '!'
                UNION SELECT id FROM user_account WHERE name_key LIKE :beginning ESCAPE '!')
            """;

    private final DatabaseClient database;

    R2dbcUserList(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<User> list(UserFilter filter, Optional<String> afterId, int limit) {
        Map<String, Object> asked = new LinkedHashMap<>();
        StringBuilder conditions = new StringBuilder();
        filter.status().map(UserStatus::name).ifPresent(status -> {
            asked.put("status", status);
            conditions.append(OF_STATUS);
        });
        filter.role().ifPresent(role -> {
            asked.put("role", role);
            conditions.append(OF_ROLE);
        });
        filter.beginning().ifPresent(text -> {
            asked.put("beginning", literally(UserRow.key(text.strip())) + '%');
            conditions.append(BEGINNING);
        });
        return database.sql(UserSql.LIST.formatted(conditions))
                .bind("limit", limit)
                .bind("before", afterId.orElse(BEHIND_ALL))
                .bindValues(asked)
                .map(UserRow::user)
                .all();
    }

    @Override
    public Flux<String> unverifiedSince(Instant then, int limit) {
        return database.sql(UserSql.UNVERIFIED)
                .bind("limit", limit)
                .bind("then", UtcDateTime.toColumn(then))
                .map(row -> row.get("id", String.class))
                .all();
    }

    private static String literally(String text) {
        return text.replaceAll("[!%_\\[]", "!$0");
    }
}
