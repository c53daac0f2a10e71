package io.tollgate.users.plan;

import java.util.Set;

/** Everything that can be asked of the platform, such as {@code GET /v1/products/{productId}}. */
public interface Operations {
    Set<String> all();
}
