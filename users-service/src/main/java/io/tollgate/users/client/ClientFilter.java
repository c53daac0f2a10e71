package io.tollgate.users.client;

import java.util.Optional;

/** Which clients somebody looks for. */
public record ClientFilter(Optional<ClientStatus> status, Optional<String> plan, Optional<String> ownerId) {}
