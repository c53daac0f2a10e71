package io.tollgate.cli.audit;

import java.util.stream.Stream;

/** One thing that must be true of all books together. */
interface Check {

    /** What must be true, as a sentence. */
    String promise();

    /** What is not, each flaw with the ids one would look for. */
    Stream<String> flaws(Evidence evidence);

    /** Whether it can only be told when nothing is under way. */
    default boolean needsRest() {
        return true;
    }
}
