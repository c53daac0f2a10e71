package io.tollgate.sandbox.http;

/** A request that is answered with a status and a code, and changes nothing. */
public final class Refused extends RuntimeException {

    private final transient Answer answer;

    private Refused(Answer answer, String code) {
        super(code, null, false, false);
        this.answer = answer;
    }

    public static Refused because(int status, String code) {
        return new Refused(Answer.refusal(status, code), code);
    }

    Answer answer() {
        return answer;
    }
}
