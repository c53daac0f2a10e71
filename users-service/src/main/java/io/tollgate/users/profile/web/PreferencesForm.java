package io.tollgate.users.profile.web;

import io.tollgate.users.account.Preferences;
import io.tollgate.users.account.User;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a user wants, as it is read and changed. */
record PreferencesForm(
        @NotNull
                @Pattern(
                        regexp = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?",
                        message = "must be a language tag such as en, de-CH or zh-Hant-TW")
                String locale,
        @NotNull Boolean orderMails) {
    static PreferencesForm of(User user) {
        Preferences preferences = user.profile().preferences();
        return new PreferencesForm(preferences.locale(), preferences.orderMails());
    }

    Preferences toPreferences() {
        return new Preferences(locale, orderMails);
    }
}
