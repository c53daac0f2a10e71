package io.tollgate.users.credential;

/**
 * Where the feed is.
 *
 * @param last the position of the latest change, 0 before the first
 * @param plans the position at which plans changed last; no entry of the feed stands there
 */
public record FeedHead(long last, long plans) {}
