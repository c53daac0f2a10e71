package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.qpid.proton.amqp.messaging.Properties;

/** Changes a message's properties on its way into a subscription. */
public final class SqlAction {

    private final List<Statement> statements;

    public SqlAction(String sql, Map<String, Object> parameters) {
        this.statements = new SqlParser(sql, parameters).statements();
    }

    /** Sets a property or, without a value, removes it. */
    record Statement(Expression.Property property, Expression value) {}

    /** The message as changed; the original stays as it is. */
    public SentMessage apply(SentMessage message, Supplier<UUID> ids) {
        Map<String, Object> user = new LinkedHashMap<>(message.applicationProperties());
        // decoded afresh, since the original's properties are shared with other subscriptions
        Properties system = new SentMessage(message.bytes()).properties();
        for (Statement statement : statements) {
            Expression.Property property = statement.property();
            Object value = statement.value() == null ? null : statement.value().value(new Scope(message, user, ids));
            if (property.system()) {
                SystemProperties.set(property.name(), system, value);
            } else if (value == null) {
                user.remove(property.name());
            } else {
                user.put(property.name(), value);
            }
        }
        return message.with(system, user);
    }
}
