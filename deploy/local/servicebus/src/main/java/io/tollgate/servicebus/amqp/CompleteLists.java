package io.tollgate.servicebus.amqp;

import java.util.List;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.codec.CodecFactory;
import org.apache.qpid.protonj2.codec.Encoder;
import org.apache.qpid.protonj2.codec.EncoderState;
import org.apache.qpid.protonj2.codec.EncodingCodes;
import org.apache.qpid.protonj2.codec.encoders.AbstractDescribedListTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.ProtonEncoder;
import org.apache.qpid.protonj2.codec.encoders.ProtonEncoderFactory;
import org.apache.qpid.protonj2.codec.encoders.transport.AttachTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.BeginTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.CloseTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.DetachTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.DispositionTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.EndTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.ErrorConditionTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.FlowTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.OpenTypeEncoder;
import org.apache.qpid.protonj2.codec.encoders.transport.TransferTypeEncoder;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.UnsignedLong;

/** Writes a performative with all its fields, as Azure does: Python's client looks for them by number and fails without. */
final class CompleteLists<V> extends AbstractDescribedListTypeEncoder<V> {

    private final AbstractDescribedListTypeEncoder<V> fields;
    private final int count;

    private CompleteLists(AbstractDescribedListTypeEncoder<V> fields, int count) {
        this.fields = fields;
        this.count = count;
    }

    /** The engine takes its encoder from the library's factory and from nowhere else. */
    static void install() {
        ProtonEncoder encoder = ProtonEncoderFactory.create();
        List.of(
                        new CompleteLists<>(new OpenTypeEncoder(), 10),
                        new CompleteLists<>(new BeginTypeEncoder(), 8),
                        new CompleteLists<>(new AttachTypeEncoder(), 14),
                        new CompleteLists<>(new FlowTypeEncoder(), 11),
                        new CompleteLists<>(new TransferTypeEncoder(), 11),
                        new CompleteLists<>(new DispositionTypeEncoder(), 6),
                        new CompleteLists<>(new DetachTypeEncoder(), 3),
                        new CompleteLists<>(new EndTypeEncoder(), 1),
                        new CompleteLists<>(new CloseTypeEncoder(), 1),
                        new CompleteLists<>(new ErrorConditionTypeEncoder(), 3))
                .forEach(encoder::registerDescribedTypeEncoder);
        CodecFactory.setEncoder(encoder);
    }

    @Override
    public UnsignedLong getDescriptorCode() {
        return fields.getDescriptorCode();
    }

    @Override
    public Symbol getDescriptorSymbol() {
        return fields.getDescriptorSymbol();
    }

    @Override
    public Class<V> getTypeClass() {
        return fields.getTypeClass();
    }

    @Override
    public void writeElement(V value, int index, ProtonBuffer buffer, Encoder encoder, EncoderState state) {
        fields.writeElement(value, index, buffer, encoder, state);
    }

    @Override
    public byte getListEncoding(V value) {
        byte encoding = fields.getListEncoding(value);
        return encoding == EncodingCodes.LIST0 ? EncodingCodes.LIST8 : encoding;
    }

    @Override
    public int getElementCount(V value) {
        return count;
    }
}
