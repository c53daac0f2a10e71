package io.tollgate.users.usage.web;

/** What a gateway's words look like. */
final class Words {
    static final String ID = "[a-z0-9_]{1,40}";
    static final String NO_ID = "must be an identifier";
    static final String NAME = "[a-z][a-z0-9-]{0,39}";
    static final String OPERATION = "[A-Z]{3,7} /[!-~]{0,190}";
    static final String NO_OPERATION = "must be a method and a path template";
    static final long MOST = 1_000_000_000_000_000L;

    private Words() {}
}
