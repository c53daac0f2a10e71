package io.tollgate.users.account.web;

import io.tollgate.users.account.User;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.UniqueElements;

/** What an administrator can change about a user. */
record RolesForm(
        @NotEmpty @UniqueElements
                List<
                                @NotNull
                                @Pattern(
                                        regexp = "customer|catalog-manager|support|admin",
                                        message = "must be customer, catalog-manager, support or admin")
                                String>
                        roles) {
    static RolesForm of(User user) {
        return new RolesForm(user.standing().roles().stream().sorted().toList());
    }

    Set<String> toRoles() {
        return new HashSet<>(roles);
    }
}
