package io.tollgate.users.credential;

/** From here nobody is led on: what came next is forgotten, or the feed was never here. */
public final class FeedPositionGone extends RuntimeException {
    public FeedPositionGone() {
        super("the feed does not lead on from this position", null, false, false);
    }
}
