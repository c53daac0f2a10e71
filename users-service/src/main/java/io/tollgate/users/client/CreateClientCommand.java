package io.tollgate.users.client;

import java.util.Optional;

/**
 * A client to be made.
 *
 * @param environment what its first key is for
 * @param secret the key's secret where it is given from outside; else one is made
 */
public record CreateClientCommand(ClientDetails details, KeyEnvironment environment, Optional<KeySecret> secret) {}
