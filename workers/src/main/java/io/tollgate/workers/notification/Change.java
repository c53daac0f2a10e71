package io.tollgate.workers.notification;

import java.util.List;

/** How a story goes on, if it does: its next version, what is new in it, and what can be told now. */
record Change(OrderStory story, boolean happened, List<Notification> added, List<WantedNotification> wanted) {
    static Change nothing(OrderStory unchanged) {
        return new Change(unchanged, false, List.of(), List.of());
    }
}
