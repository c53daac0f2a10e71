package io.tollgate.delivery;

import com.azure.spring.messaging.AzureHeaders;
import com.azure.spring.messaging.servicebus.support.ServiceBusMessageHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hands a row to the binder and waits for the broker's word: the binder blocks, so this has threads of its own. */
final class StreamBridgeSender implements MessageSender, DisposableBean {
    /** So many threads may hang in tries of what failed before, beside those that others send on. */
    static final int TRYING_LANES = 2;

    private static final String BINDING = "%s-out";
    private static final int QUEUED = 10_000;
    // Properties, annotations and framing of our messages are below this.
    private static final int ENVELOPE = 4096;
    // The SDK's own word, and the broker's condition
    private static final List<String> TOO_LARGE = List.of("exceeded maximum message size", "message-size-exceeded");

    private final StreamBridge bridge;
    private final TraceCarrier traces;
    private final long maxSize;
    private final Scheduler threads;

    StreamBridgeSender(StreamBridge bridge, TraceCarrier traces, DeliveryProperties.OutboxSettings settings) {
        this.bridge = bridge;
        this.traces = traces;
        this.maxSize = settings.maxMessageSize().toBytes();
        this.threads = Schedulers.newBoundedElastic(settings.lanes() + TRYING_LANES, QUEUED, "outbox-send");
    }

    @Override
    public Mono<Void> send(OutboxRow row) {
        return Mono.<Void>fromRunnable(() -> sendNow(row)).subscribeOn(threads);
    }

    private void sendNow(OutboxRow row) {
        byte[] body = row.body().getBytes(StandardCharsets.UTF_8);
        if (body.length + ENVELOPE > maxSize) {
            throw new SendRefused("too large: " + body.length + " bytes");
        }
        traces.publish(row, trace -> hand(row, message(row, body, trace)));
    }

    private void hand(OutboxRow row, Message<byte[]> message) {
        try {
            if (!bridge.send(BINDING.formatted(row.destination()), message)) {
                throw new IllegalStateException("the binder did not take a message for " + row.destination());
            }
        } catch (RuntimeException e) {
            throw isForGood(e) ? new SendRefused("too large for the broker") : e;
        }
    }

    private static Message<byte[]> message(OutboxRow row, byte[] body, WireTrace trace) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(body)
                .copyHeaders(row.properties())
                .copyHeaders(CloudEvent.attributes(row))
                .copyHeaders(trace.properties())
                .setHeader(MessageHeaders.CONTENT_TYPE, "application/json")
                .setHeader(ServiceBusMessageHeaders.MESSAGE_ID, row.messageId())
                .setHeader(ServiceBusMessageHeaders.SUBJECT, row.type())
                .setHeader(ServiceBusMessageHeaders.PARTITION_KEY, row.subject())
                // else the binder makes one of the payload's identity
                .setHeader(AzureHeaders.PARTITION_KEY, row.subject());
        row.sessionId().ifPresent(session -> message.setHeader(ServiceBusMessageHeaders.SESSION_ID, session)
                .setHeader(ServiceBusMessageHeaders.PARTITION_KEY, session));
        row.timeToLive().ifPresent(time -> message.setHeader(ServiceBusMessageHeaders.TIME_TO_LIVE, time));
        return message.build();
    }

    // The binder keeps the broker's words and drops its exception: the words are all there is to tell by.
    private static boolean isForGood(Throwable failure) {
        String words = String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(failure).getMessage())
                .toLowerCase(Locale.ROOT);
        return TOO_LARGE.stream().anyMatch(words::contains);
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
