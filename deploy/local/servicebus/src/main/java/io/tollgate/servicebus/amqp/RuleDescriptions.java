package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.filter.CorrelationFilter;
import io.tollgate.servicebus.topology.RuleSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.UnknownDescribedType;
import org.apache.qpid.proton.amqp.UnsignedLong;

/** Rules as the clients read them: described lists, whose descriptors are Azure's own. */
final class RuleDescriptions {

    private static final UnsignedLong RULE = UnsignedLong.valueOf(0x13700000004L);
    private static final UnsignedLong NO_ACTION = UnsignedLong.valueOf(0x13700000005L);
    private static final UnsignedLong SQL_ACTION = UnsignedLong.valueOf(0x13700000006L);
    // the filters' descriptors have one zero less: so the SDK compares them
    private static final UnsignedLong SQL_FILTER = UnsignedLong.valueOf(0x1370000006L);
    private static final UnsignedLong TRUE_FILTER = UnsignedLong.valueOf(0x1370000007L);
    private static final UnsignedLong FALSE_FILTER = UnsignedLong.valueOf(0x1370000008L);
    private static final UnsignedLong CORRELATION_FILTER = UnsignedLong.valueOf(0x1370000009L);
    private static final int SQL_VERSION = 20;
    private static final String[] CORRELATION_FIELDS = {
        "correlation-id", "message-id", "to", "reply-to", "label", "session-id", "reply-to-session-id", "content-type"
    };

    private RuleDescriptions() {}

    static DescribedType encode(RuleSpec rule) {
        DescribedType filter = rule.correlation() == null
                ? new UnknownDescribedType(descriptor(rule.sqlFilter()), List.of(rule.sqlFilter(), SQL_VERSION))
                : correlation(rule.correlation());
        DescribedType action = rule.sqlAction() == null
                ? new UnknownDescribedType(NO_ACTION, List.of())
                : new UnknownDescribedType(SQL_ACTION, List.of(rule.sqlAction(), SQL_VERSION));
        return new UnknownDescribedType(RULE, List.of(filter, action, rule.name()));
    }

    /** The clients have types of their own for a filter that takes all or nothing. */
    private static UnsignedLong descriptor(String sql) {
        return switch (sql) {
            case "1=1" -> TRUE_FILTER;
            case "1=0" -> FALSE_FILTER;
            default -> SQL_FILTER;
        };
    }

    private static DescribedType correlation(CorrelationFilter filter) {
        Map<String, String> given = new HashMap<>();
        filter.system().forEach((name, value) -> given.put(plain(name), value));
        List<Object> fields = new ArrayList<>();
        for (String field : CORRELATION_FIELDS) {
            fields.add(given.get(plain(field)));
        }
        fields.add(new HashMap<>(filter.properties()));
        return new UnknownDescribedType(CORRELATION_FILTER, fields);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
