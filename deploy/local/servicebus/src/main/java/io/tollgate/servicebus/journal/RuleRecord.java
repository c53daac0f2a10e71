package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.filter.CorrelationFilter;
import io.tollgate.servicebus.message.Codec;
import io.tollgate.servicebus.topology.RuleSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A subscription's rule as bytes. */
final class RuleRecord {

    private RuleRecord() {}

    static byte[] encode(RuleSpec spec) {
        List<Object> fields = new ArrayList<>();
        fields.add(spec.name());
        fields.add(spec.sqlFilter());
        fields.add(spec.sqlAction());
        CorrelationFilter correlation = spec.correlation();
        fields.add(correlation == null ? null : new HashMap<>(correlation.system()));
        fields.add(correlation == null ? null : new HashMap<>(correlation.properties()));
        fields.add(new HashMap<>(spec.parameters()));
        return Codec.current().encode(fields);
    }

    @SuppressWarnings("unchecked")
    static RuleSpec decode(byte[] bytes) {
        List<Object> fields = (List<Object>) Codec.current().decode(bytes, 0, bytes.length);
        CorrelationFilter correlation = fields.get(3) == null
                ? null
                : new CorrelationFilter((Map<String, String>) fields.get(3), (Map<String, Object>) fields.get(4));
        return new RuleSpec((String) fields.get(0), correlation, (String) fields.get(1), (String) fields.get(2), (Map<
                        String, Object>)
                fields.get(5));
    }
}
