package io.tollgate.cli.command;

import java.io.PrintWriter;

/** The terminal: answers on standard output, what went wrong on standard error. */
public final class Console {

    private static final PrintWriter OUT = new PrintWriter(System.out, true);
    private static final PrintWriter ERR = new PrintWriter(System.err, true);

    private Console() {}

    public static void say(String line) {
        OUT.println(line);
    }

    public static void error(String line) {
        ERR.println(line);
    }
}
