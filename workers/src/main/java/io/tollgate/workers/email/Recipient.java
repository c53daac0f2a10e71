package io.tollgate.workers.email;

/** Personal data: kept until the mail is sent, never logged. */
public record Recipient(String address, String name) {
    @Override
    public String toString() {
        return "Recipient[not shown]";
    }
}
