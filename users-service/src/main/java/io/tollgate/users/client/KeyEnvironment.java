package io.tollgate.users.client;

import java.util.Locale;

/** What a key is for; its secret begins with it, so that scanners and people see which one they have. */
public enum KeyEnvironment {
    LIVE,
    TEST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String prefix() {
        return "tg_" + word() + '_';
    }
}
