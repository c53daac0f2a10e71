package io.tollgate.workers.email.schedule;

import io.tollgate.workers.email.MailSignal;
import io.tollgate.workers.email.NotificationId;
import io.tollgate.workers.intent.Wakes;
import org.springframework.stereotype.Component;

/** From the commit to the sender. */
@Component
class MailWakes implements MailSignal {
    private final Wakes<NotificationId> wakes = new Wakes<>();

    @Override
    public void wake(NotificationId id) {
        wakes.wake(id);
    }

    Wakes<NotificationId> all() {
        return wakes;
    }
}
