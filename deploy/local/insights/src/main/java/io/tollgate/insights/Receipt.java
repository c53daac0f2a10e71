package io.tollgate.insights;

import java.util.List;

/** The answer to one post, as Application Insights words it. */
record Receipt(int itemsReceived, int itemsAccepted, List<Fault> errors) {

    record Fault(int index, int statusCode, String message) {}

    /** 200 all taken, 206 some, 400 none. */
    int status() {
        if (errors.isEmpty()) {
            return 200;
        }
        return itemsAccepted > 0 ? 206 : 400;
    }
}
