package io.tollgate.servicebus.amqp;

import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.codec.CodecFactory;
import org.apache.qpid.protonj2.codec.Encoder;
import org.apache.qpid.protonj2.engine.exceptions.EngineFailedException;
import org.apache.qpid.protonj2.engine.exceptions.ProtocolViolationException;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.transport.Close;
import org.apache.qpid.protonj2.types.transport.ErrorCondition;

/** The last frame to a client that broke the protocol: an engine that has failed writes nothing any more. */
final class Goodbye {

    private static final int HEADER_BYTES = 8;
    private static final byte HEADER_WORDS = 2;
    private static final Symbol FRAMING_ERROR = Symbol.valueOf("amqp:connection:framing-error");

    private Goodbye() {}

    static ProtonBuffer because(Throwable cause) {
        Encoder encoder = CodecFactory.getEncoder();
        ProtonBuffer frame = ProtonBufferAllocator.defaultAllocator().allocate();
        frame.writeLong(0);
        encoder.writeObject(frame, encoder.newEncoderState(), new Close().setError(reason(cause)));
        return frame.setInt(0, frame.getReadableBytes()).setByte(HEADER_BYTES / 2, HEADER_WORDS);
    }

    private static ErrorCondition reason(Throwable cause) {
        Throwable first = cause instanceof EngineFailedException && cause.getCause() != null ? cause.getCause() : cause;
        Symbol condition =
                first instanceof ProtocolViolationException violation ? violation.getErrorCondition() : FRAMING_ERROR;
        return new ErrorCondition(condition, String.valueOf(first == null ? null : first.getMessage()));
    }
}
