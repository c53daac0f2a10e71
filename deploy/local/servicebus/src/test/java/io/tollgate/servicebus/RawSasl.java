package io.tollgate.servicebus;

import java.nio.charset.StandardCharsets;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.engine.sasl.SaslClientContext;
import org.apache.qpid.protonj2.engine.sasl.SaslClientListener;
import org.apache.qpid.protonj2.engine.sasl.SaslOutcome;
import org.apache.qpid.protonj2.types.Symbol;

/** Logs in by one mechanism. */
record RawSasl(String mechanism, String name, String password) implements SaslClientListener {

    @Override
    public void handleSaslMechanisms(SaslClientContext context, Symbol[] mechanisms) {
        String response = mechanism.equals("PLAIN") ? "\0" + name + "\0" + password : "anybody";
        byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
        context.sendChosenMechanism(
                Symbol.valueOf(mechanism),
                "localhost",
                ProtonBufferAllocator.defaultAllocator().copy(bytes));
    }

    @Override
    public void handleSaslChallenge(SaslClientContext context, ProtonBuffer challenge) {}

    @Override
    public void handleSaslOutcome(SaslClientContext context, SaslOutcome outcome, ProtonBuffer additional) {}
}
