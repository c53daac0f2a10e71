package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.eventually;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.AbandonOptions;
import io.tollgate.servicebus.journal.Disk;
import io.tollgate.servicebus.journal.JournalException;
import io.tollgate.servicebus.journal.JournalOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    private static final String TOPOLOGY =
            """
            queues:
              - {name: jobs, maxDeliveryCount: 3}
              - {name: once, requiresDuplicateDetection: true}
              - {name: chats, requiresSession: true}
            topics: [{name: news, subscriptions: [{name: all}, {name: some}]}]
            """;

    @TempDir
    Path data;

    private TestBus bus() {
        return TestBus.with(Options.defaults().withData(data), TOPOLOGY);
    }

    private TestBus bus(JournalOptions journaling) {
        return TestBus.with(Options.defaults().withData(data), journaling, TOPOLOGY);
    }

    @Test
    void what_was_accepted_is_there_after_a_restart_and_what_was_completed_is_not() throws Exception {
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b"), message("c")));
            bus.topicSender("news").sendMessage(message("extra"));
            var receiver = bus.receiver("jobs");
            receiver.complete(next(receiver));
            var all = bus.subscriber("news", "all");
            all.complete(next(all));
        }
        try (TestBus bus = bus()) {
            assertThat(bodies(next(bus.receiver("jobs"), 2))).containsExactly("b", "c");
            assertThat(nothing(bus.subscriber("news", "all"))).isTrue();
            assertThat(next(bus.subscriber("news", "some")).getBody()).hasToString("extra");
        }
    }

    @Test
    void delivery_counts_properties_and_numbers_survive() throws Exception {
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessage(message("a"));
            var receiver = bus.receiver("jobs");
            receiver.abandon(next(receiver), new AbandonOptions().setPropertiesToModify(Map.of("tried", "once")));
        }
        try (TestBus bus = bus()) {
            var receiver = bus.receiver("jobs");
            ServiceBusReceivedMessage again = next(receiver);
            assertThat(again.getDeliveryCount()).isEqualTo(1);
            assertThat(again.getApplicationProperties()).containsEntry("tried", "once");
            receiver.complete(again);
        }
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessage(message("b"));
            assertThat(next(bus.receiver("jobs")).getSequenceNumber()).isEqualTo(2);
        }
    }

    @Test
    void deferred_scheduled_and_dead_messages_survive() throws Exception {
        long deferred;
        try (TestBus bus = bus()) {
            var sender = bus.sender("jobs");
            sender.sendMessages(List.of(message("deferred"), message("dead")));
            sender.scheduleMessage(message("scheduled"), OffsetDateTime.now().plusSeconds(2));
            var receiver = bus.receiver("jobs");
            ServiceBusReceivedMessage first = next(receiver);
            deferred = first.getSequenceNumber();
            receiver.defer(first);
            receiver.deadLetter(next(receiver));
        }
        try (TestBus bus = bus()) {
            var receiver = bus.receiver("jobs");
            assertThat(receiver.receiveDeferredMessage(deferred).getBody()).hasToString("deferred");
            assertThat(next(bus.deadLetters("jobs")).getBody()).hasToString("dead");
            assertThat(next(receiver).getBody()).hasToString("scheduled");
        }
    }

    @Test
    void session_state_and_the_duplicate_window_survive() throws Exception {
        try (TestBus bus = bus()) {
            bus.sender("once").sendMessage(message("a").setMessageId("m-1"));
            bus.sender("chats").sendMessage(message("hello").setSessionId("s-1"));
            bus.sessions("chats").acceptSession("s-1").setSessionState("greeted".getBytes());
        }
        try (TestBus bus = bus()) {
            bus.sender("once").sendMessage(message("again").setMessageId("m-1"));
            assertThat(bodies(next(bus.deleting("once"), 1))).containsExactly("a");
            assertThat(nothing(bus.receiver("once"))).isTrue();
            var session = bus.keep(bus.sessions("chats").acceptSession("s-1"));
            assertThat(session.getSessionState()).asString().isEqualTo("greeted");
            assertThat(next(session).getBody()).hasToString("hello");
        }
    }

    @Test
    void a_torn_tail_is_cut() throws Exception {
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessage(message("a"));
        }
        byte[] torn = ByteBuffer.allocate(300).putInt(5000).putInt(42).array();
        Files.write(newest(), torn, StandardOpenOption.APPEND);
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessage(message("b"));
        }
        try (TestBus bus = bus()) {
            assertThat(bodies(next(bus.receiver("jobs"), 2))).containsExactly("a", "b");
        }
    }

    @Test
    void a_journal_from_a_newer_version_is_refused_and_left_as_it_is() throws Exception {
        bus().close();
        Path file = newest();
        byte[] newer = Files.readAllBytes(file);
        newer[11] = 99;
        Files.write(file, newer);

        assertThatThrownBy(this::bus)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("newer version (format 99)");
        assertThat(Files.readAllBytes(file)).isEqualTo(newer);
    }

    @Test
    void a_data_directory_belongs_to_one_bus() throws Exception {
        try (TestBus first = bus()) {
            assertThat(first.server().port()).isPositive();
            assertThatThrownBy(this::bus).hasMessageContaining("in use by another bus");
        }
    }

    @Test
    void a_disk_that_refuses_writes_refuses_sends_and_keeps_what_it_has() throws Exception {
        AtomicBoolean full = new AtomicBoolean();
        Disk disk = (channel, bytes, position) -> writeUnless(full.get(), channel, bytes, position);
        try (TestBus bus = bus(new JournalOptions(16 << 20, 1 << 20, disk))) {
            var sender = bus.sender("jobs");
            sender.sendMessages(List.of(message("a"), message("b")));
            full.set(true);

            assertThatThrownBy(() -> sender.sendMessage(message("c")))
                    .hasMessageContaining("could not be stored")
                    .hasMessageContaining("No space left");
            var receiver = bus.receiver("jobs");
            ServiceBusReceivedMessage held = next(receiver);
            assertThatThrownBy(() -> receiver.complete(held)).hasMessageContaining("could not be stored");

            full.set(false);
            sender.sendMessage(message("d"));
        }
        try (TestBus bus = bus()) {
            assertThat(bodies(next(bus.receiver("jobs"), 3))).containsExactly("a", "b", "d");
        }
    }

    private static int writeUnless(boolean full, FileChannel channel, ByteBuffer bytes, long position)
            throws IOException {
        if (full) {
            ByteBuffer half = bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2);
            channel.write(half, position);
            throw new IOException("No space left on device");
        }
        return channel.write(bytes, position);
    }

    @Test
    void the_files_stay_near_the_size_of_what_is_alive() throws Exception {
        try (TestBus bus = bus(new JournalOptions(256 * 1024, 64 * 1024, Disk.WRITE))) {
            var sender = bus.sender("jobs");
            sender.sendMessage(message("survivor"));
            var receiver = bus.deleting("jobs");
            String body = "x".repeat(10_000);
            bus.sender("once").sendMessage(message("kept").setMessageId("m-1"));
            for (int i = 0; i < 30; i++) {
                sender.sendMessages(Collections.nCopies(20, message(body)));
                next(receiver, i == 0 ? 21 : 20);
            }
            sender.sendMessage(message("late"));
            eventually(() -> size() < 1_000_000);
        }
        try (TestBus bus = bus()) {
            assertThat(bodies(next(bus.receiver("jobs"), 1))).containsExactly("late");
            bus.sender("once").sendMessage(message("again").setMessageId("m-1"));
            assertThat(bodies(bus.receiver("once").peekMessages(10))).containsExactly("kept");
        }
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private Path newest() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    @Test
    void every_group_of_changes_is_forced_to_the_disk_where_that_is_asked_for() throws Exception {
        AtomicInteger forced = new AtomicInteger();
        Disk counting = new Disk() {
            @Override
            public int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
                return Disk.SYNC.write(channel, bytes, position);
            }

            @Override
            public void written(FileChannel channel) throws IOException {
                Disk.SYNC.written(channel);
                forced.incrementAndGet();
            }
        };
        try (TestBus bus = bus(JournalOptions.DEFAULTS.withDisk(counting))) {
            var sender = bus.sender("jobs");
            sender.sendMessage(message("a"));
            int before = forced.get();

            sender.sendMessage(message("b"));

            assertThat(forced.get()).isGreaterThan(before);
        }
        try (TestBus bus = bus()) {
            assertThat(bodies(next(bus.receiver("jobs"), 2))).containsExactly("a", "b");
        }
    }
}
