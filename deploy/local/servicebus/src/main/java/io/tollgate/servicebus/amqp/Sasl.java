package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.access.Claims;
import io.tollgate.servicebus.broker.Refused;
import java.nio.charset.StandardCharsets;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.engine.sasl.SaslOutcome;
import org.apache.qpid.protonj2.engine.sasl.SaslServerContext;
import org.apache.qpid.protonj2.engine.sasl.SaslServerListener;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.transport.AMQPHeader;

/**
 * Lets everybody in: who may do what is decided by the tokens put to {@code $cbs}, as in Azure. A name and a password are
 * those of a shared access key, and need no token.
 */
final class Sasl implements SaslServerListener {

    private final Claims claims;

    Sasl(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void handleSaslHeader(SaslServerContext context, AMQPHeader header) {
        context.sendMechanisms(new String[] {"MSSBCBS", "ANONYMOUS", "PLAIN", "EXTERNAL"});
    }

    @Override
    public void handleSaslInit(SaslServerContext context, Symbol mechanism, ProtonBuffer initialResponse) {
        boolean plain = mechanism.toString().equals("PLAIN");
        context.sendOutcome(plain && !known(initialResponse) ? SaslOutcome.SASL_AUTH : SaslOutcome.SASL_OK, null);
    }

    @Override
    public void handleSaslResponse(SaslServerContext context, ProtonBuffer response) {
        context.sendOutcome(SaslOutcome.SASL_OK, null);
    }

    /** Authorization id (which is nobody's concern), name and password, with a zero between them. */
    private boolean known(ProtonBuffer response) {
        if (response == null) {
            return false;
        }
        String[] parts = response.toString(StandardCharsets.UTF_8).split("\0", -1);
        try {
            claims.logIn(parts[1], parts[2]);
            return true;
        } catch (Refused | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }
}
