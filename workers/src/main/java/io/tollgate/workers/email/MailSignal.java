package io.tollgate.workers.email;

/** Wakes whoever sends; an unheard signal costs time, not the mail. */
public interface MailSignal {
    void wake(NotificationId id);
}
