package io.tollgate.users.profile.web;

import io.tollgate.http.Words;
import io.tollgate.users.account.User;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a user can change about the own account. */
record ProfileForm(@NotBlank @Email @Size(max = 254) String email, @NotNull @Words @Size(max = 200) String name) {
    /** What is kept is what must not be too long. */
    ProfileForm {
        email = io.tollgate.users.credential.Email.lowerCase(email);
    }

    static ProfileForm of(User user) {
        return new ProfileForm(user.profile().email().value(), user.profile().name());
    }

    @Override
    public String toString() {
        return "ProfileForm[not shown]";
    }
}
