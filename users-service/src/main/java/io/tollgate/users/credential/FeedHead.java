package io.tollgate.users.credential;

/**
 * Where the feed is.
 *
 * @param last the position of the latest change, 0 before the first
 * @param plans the position at which plans changed last; no entry of the feed stands there
 * @param forgotten the position up to which changes are not kept any more
 */
public record FeedHead(long last, long plans, long forgotten) {
    /** Whether all is there that came after this position; one beyond the last is of a feed that was there before. */
    boolean leadsOnFrom(long position) {
        return forgotten <= position && position <= last;
    }
}
