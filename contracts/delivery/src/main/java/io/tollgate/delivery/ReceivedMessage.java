package io.tollgate.delivery;

import java.time.Instant;

/**
 * A message as its handler sees it.
 *
 * @param id CloudEvents id, given by its publisher and kept through every repetition
 * @param source CloudEvents source
 * @param type CloudEvents type
 * @param subject id of the aggregate it is about
 * @param time when it was said
 * @param entity the entity it was received from
 * @param attempt 1 for the first try
 */
public record ReceivedMessage(
        String id, String source, String type, String subject, Instant time, String entity, int attempt) {}
