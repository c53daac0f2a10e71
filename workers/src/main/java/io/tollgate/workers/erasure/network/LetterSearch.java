package io.tollgate.workers.erasure.network;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import io.tollgate.workers.erasure.DeadLetters.Search;
import io.tollgate.workers.erasure.ErasureProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search in one box; blocks. Looks first, which costs nobody anything, and takes only when there is something to take. */
final class LetterSearch {
    private static final Logger LOG = LoggerFactory.getLogger(LetterSearch.class);
    private static final int AT_ONCE = 100;
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final ServiceBusReceiverClient box;
    private final Predicate<ServiceBusReceivedMessage> wanted;
    private final ErasureProperties limits;

    LetterSearch(ServiceBusReceiverClient box, Predicate<ServiceBusReceivedMessage> wanted, ErasureProperties limits) {
        this.box = box;
        this.wanted = wanted;
        this.limits = limits;
    }

    Search run() {
        List<Seen> seen = look();
        List<Long> ours = seen.stream().filter(Seen::wanted).map(Seen::place).toList();
        return ours.isEmpty() ? Search.NOTHING : take(seen, ours);
    }

    private List<Seen> look() {
        List<Seen> seen = new ArrayList<>();
        List<Seen> batch = look(0);
        while (!batch.isEmpty()) {
            seen.addAll(batch);
            if (seen.size() >= limits.peek()) {
                throw new IllegalStateException("too many dead letters to say whose they are: " + seen.size());
            }
            batch = look(batch.get(batch.size() - 1).place() + 1);
        }
        return seen;
    }

    private List<Seen> look(long from) {
        return box.peekMessages(AT_ONCE, from).stream()
                .map(letter -> new Seen(
                        letter.getSequenceNumber(),
                        letter.getState() == ServiceBusMessageState.ACTIVE,
                        wanted.test(letter)))
                .toList();
    }

    /** The broker gives them in their order, so that those of others must be held until ours are reached. */
    private Search take(List<Seen> seen, List<Long> ours) {
        long last = ours.get(ours.size() - 1);
        long ahead = seen.stream()
                .filter(letter -> letter.active() && letter.place() <= last)
                .count();
        List<ServiceBusReceivedMessage> others = new ArrayList<>();
        int asked = (int) Math.min(ahead, limits.reach());
        int removed = 0;
        while (removed + others.size() < asked) {
            int before = removed + others.size();
            removed += receive(asked - before, others);
            if (removed + others.size() == before) {
                // somebody holds some. What we gave back now would come to us again: their locks run out
                return new Search(removed, ours.size() - removed);
            }
        }
        others.forEach(this::giveBack);
        return new Search(removed, Math.max(0, ours.size() - removed));
    }

    /** Never asks for more than there is: what was given back would be sent here once more, and be held by nobody. */
    private int receive(int most, List<ServiceBusReceivedMessage> others) {
        int removed = 0;
        for (ServiceBusReceivedMessage letter : box.receiveMessages(Math.min(AT_ONCE, most), A_MOMENT)) {
            if (wanted.test(letter)) {
                box.complete(letter);
                removed++;
            } else {
                others.add(letter);
            }
        }
        return removed;
    }

    /** The fallback: its lock runs out, and it is there again. */
    private void giveBack(ServiceBusReceivedMessage letter) {
        try {
            box.abandon(letter);
        } catch (RuntimeException late) {
            LOG.debug("dead letter {} comes back when its lock runs out", letter.getSequenceNumber(), late);
        }
    }

    private record Seen(long place, boolean active, boolean wanted) {}
}
