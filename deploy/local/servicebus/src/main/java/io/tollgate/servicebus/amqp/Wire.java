package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Refused;
import java.util.Map;
import org.apache.qpid.protonj2.engine.Endpoint;
import org.apache.qpid.protonj2.engine.Link;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.transport.ErrorCondition;

/** Small things every link needs. */
final class Wire {

    static final Symbol TIMEOUT = Symbol.valueOf("com.microsoft:timeout");
    static final Symbol LOCKED_UNTIL = Symbol.valueOf("com.microsoft:locked-until-utc");
    static final Symbol DEAD_LETTER = Symbol.valueOf("com.microsoft:dead-letter");

    private static final long TICKS_AT_EPOCH = 621_355_968_000_000_000L;

    private Wire() {}

    /** Epoch milliseconds as .NET ticks. */
    static long ticks(long millis) {
        return TICKS_AT_EPOCH + millis * 10_000;
    }

    static ErrorCondition error(Refused refused) {
        return new ErrorCondition(Symbol.valueOf(refused.condition()), refused.getMessage());
    }

    /** Answers an attach with a refusal: opened without a terminus, then closed with the reason. */
    static void refuse(Link<?> link, Refused refused) {
        if (!link.getEngine().isRunning()) {
            return;
        }
        link.open();
        close(link, refused);
    }

    /**
     * Whether the link, its session and its connection are still open at both ends: answers come a moment after
     * questions, and who asked may have said goodbye in the same breath.
     */
    static boolean alive(Link<?> link) {
        return link.getEngine().isRunning()
                && isOpen(link)
                && isOpen(link.getSession())
                && isOpen(link.getConnection());
    }

    private static boolean isOpen(Endpoint<?> endpoint) {
        return endpoint.isLocallyOpen() && !endpoint.isRemotelyClosed();
    }

    static void close(Link<?> endpoint, Refused refused) {
        if (alive(endpoint)) {
            endpoint.setCondition(error(refused));
            endpoint.close();
        }
    }

    /** A number among a link's properties, or the alternative. */
    static long number(Map<Symbol, Object> properties, Symbol name, long otherwise) {
        Object value = properties == null ? null : properties.get(name);
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
