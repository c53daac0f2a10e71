package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;
import java.util.Map;

/** Takes the messages for which an SQL condition is true. */
public final class SqlFilter implements Filter {

    private final String sql;
    private final Expression condition;

    public SqlFilter(String sql, Map<String, Object> parameters) {
        this.sql = sql;
        this.condition = new SqlParser(sql, parameters).condition();
    }

    @Override
    public boolean matches(SentMessage message) {
        Scope scope = new Scope(message, message.applicationProperties(), () -> null);
        return Boolean.TRUE.equals(condition.truth(scope));
    }

    @Override
    public String toString() {
        return sql;
    }
}
