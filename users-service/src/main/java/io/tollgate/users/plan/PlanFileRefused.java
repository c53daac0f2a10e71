package io.tollgate.users.plan;

/** The file of plans does not count as it is; the plans stay as they were. The message is a sentence for whoever wrote it. */
public final class PlanFileRefused extends RuntimeException {
    public PlanFileRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
