package io.tollgate.bench.load;

/** A service answered something else than the measurement is about: its figures would mean nothing. */
public final class UnexpectedAnswer extends RuntimeException {
    private final int status;

    UnexpectedAnswer(String sentence, int status) {
        super(sentence);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
