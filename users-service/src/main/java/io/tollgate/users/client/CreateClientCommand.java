package io.tollgate.users.client;

import java.util.Optional;
import java.util.Set;

/**
 * A client to be made.
 *
 * @param secret the key's secret where it is given from outside; else one is made
 */
public record CreateClientCommand(String name, String plan, Set<String> scopes, Optional<KeySecret> secret) {}
