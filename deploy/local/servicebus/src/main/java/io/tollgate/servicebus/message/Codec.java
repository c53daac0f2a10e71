package io.tollgate.servicebus.message;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;

/** The AMQP type codec of message sections; one per thread, since encoder and decoder carry state. */
public final class Codec {

    private static final ThreadLocal<Codec> CURRENT = ThreadLocal.withInitial(Codec::new);

    private final DecoderImpl decoder = new DecoderImpl();
    private final EncoderImpl encoder = new EncoderImpl(decoder);
    private ByteBuffer scratch = ByteBuffer.allocate(4096);

    private Codec() {
        AMQPDefinedTypes.registerAllTypes(decoder, encoder);
    }

    /** The codec of the calling thread. */
    public static Codec current() {
        return CURRENT.get();
    }

    /** Decodes one value. */
    public Object decode(byte[] bytes, int offset, int length) {
        decoder.setByteBuffer(ByteBuffer.wrap(bytes, offset, length));
        try {
            return decoder.readObject();
        } catch (RuntimeException e) {
            throw new MalformedMessage("a section cannot be decoded: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new MalformedMessage("a section is nested too deeply");
        } finally {
            decoder.setByteBuffer(null);
        }
    }

    /** Encodes the values one after the other, nulls left out. */
    public byte[] encode(Object... values) {
        while (true) {
            scratch.clear();
            encoder.setByteBuffer(scratch);
            try {
                for (Object value : values) {
                    if (value != null) {
                        encoder.writeObject(value);
                    }
                }
                return Arrays.copyOf(scratch.array(), scratch.position());
            } catch (BufferOverflowException | IndexOutOfBoundsException e) {
                scratch = ByteBuffer.allocate(scratch.capacity() * 2);
            }
        }
    }
}
