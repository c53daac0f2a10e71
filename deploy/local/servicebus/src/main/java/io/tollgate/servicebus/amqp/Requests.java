package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Refused;
import java.util.function.BiConsumer;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;

/** Takes whole messages of bounded size from a link on which questions come one by one, and keeps its credit up. */
final class Requests {

    private static final int CREDIT = 100;
    private static final int LONGEST = 4 << 20;

    private final Receiver receiver;
    private final BiConsumer<IncomingDelivery, byte[]> handler;

    private Requests(Receiver receiver, BiConsumer<IncomingDelivery, byte[]> handler) {
        this.receiver = receiver;
        this.handler = handler;
    }

    /** Opens the link; the handler settles what it is given. */
    static void open(Receiver receiver, BiConsumer<IncomingDelivery, byte[]> handler) {
        receiver.deliveryReadHandler(new Requests(receiver, handler)::read);
        receiver.open();
        receiver.addCredit(CREDIT);
    }

    private void read(IncomingDelivery delivery) {
        if (delivery.isAborted()) {
            delivery.settle();
        } else if (delivery.isPartial()) {
            refuseTooLong(delivery);
        } else {
            byte[] bytes = ProducerLink.bytes(delivery);
            receiver.addCredit(1);
            handler.accept(delivery, bytes);
        }
    }

    private void refuseTooLong(IncomingDelivery delivery) {
        if (delivery.available() > LONGEST) {
            Wire.close(receiver, Refused.tooLarge(delivery.available(), LONGEST));
        }
    }
}
