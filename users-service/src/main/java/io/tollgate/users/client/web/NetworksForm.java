package io.tollgate.users.client.web;

import io.tollgate.users.plan.Networks;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Networks as they are sent. */
record NetworksForm(
        @Size(max = 50)
                List<
                                @NotNull
                                @Fits(
                                        value = FitsValidator.Kind.NETWORK,
                                        message = "must be a network such as 203.0.113.0/24")
                                String>
                        allow,
        @Size(max = 50)
                List<
                                @NotNull
                                @Fits(
                                        value = FitsValidator.Kind.NETWORK,
                                        message = "must be a network such as 203.0.113.0/24")
                                String>
                        deny) {
    static NetworksForm of(Networks networks) {
        return new NetworksForm(networks.allow(), networks.deny());
    }

    Networks toNetworks() {
        return new Networks(allow, deny);
    }
}
