package io.tollgate.cli.platform;

/** What the user is told while the platform starts and stops. */
public interface Progress {

    void say(String line);

    static Progress silent() {
        return line -> {};
    }
}
