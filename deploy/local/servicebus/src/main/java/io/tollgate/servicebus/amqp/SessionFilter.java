package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Refused;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.protonj2.types.DescribedType;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.UnknownDescribedType;
import org.apache.qpid.protonj2.types.messaging.Source;

/** Which session a receiver wants (null for whichever is free), told plainly or, by Go's client, as a described type. */
record SessionFilter(String session, Object descriptor) {

    private static final Symbol NAME = Symbol.valueOf("com.microsoft:session-filter");

    /** The filter of a source, or null when it has none. */
    static SessionFilter of(Source source) {
        Map<Symbol, Object> filter = source.getFilter();
        if (filter == null || !filter.containsKey(NAME)) {
            return null;
        }
        Object given = filter.get(NAME);
        Object descriptor = given instanceof DescribedType described ? described.getDescriptor() : null;
        Object session = given instanceof DescribedType described ? described.getDescribed() : given;
        if (session != null && !(session instanceof String)) {
            throw Refused.invalid("A session filter is a session's id, or null.");
        }
        return new SessionFilter((String) session, descriptor);
    }

    SessionFilter accepting(String accepted) {
        return new SessionFilter(accepted, descriptor);
    }

    /** Tells the client which session it has, in its own way of telling. */
    void writeTo(Source source) {
        Map<Symbol, Object> filter = new HashMap<>(source.getFilter());
        filter.put(NAME, descriptor == null ? session : new UnknownDescribedType(descriptor, session));
        source.setFilter(filter);
    }
}
