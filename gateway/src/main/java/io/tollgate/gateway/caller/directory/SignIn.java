package io.tollgate.gateway.caller.directory;

import java.util.ArrayList;
import java.util.List;

/** One try to sign in that has begun, and what is to be undone if it was not a wrong one. */
final class SignIn {
    private final boolean familiar;
    private final List<Runnable> onSuccess = new ArrayList<>();
    private final List<Runnable> onTakeBack = new ArrayList<>();
    private Runnable onNoAnswer = () -> {};

    SignIn(boolean familiar) {
        this.familiar = familiar;
    }

    /** Whether this user signed in from this address before. */
    boolean isFamiliar() {
        return familiar;
    }

    void onSuccess(Runnable reward) {
        onSuccess.add(reward);
    }

    void onTakeBack(Runnable undo) {
        onTakeBack.add(undo);
    }

    void onNoAnswer(Runnable undo) {
        onNoAnswer = undo;
    }

    void succeeded() {
        takeBack();
        onSuccess.forEach(Runnable::run);
    }

    /** Nobody looked at the password. */
    void takeBack() {
        onTakeBack.forEach(Runnable::run);
        noAnswer();
    }

    /** The work may have been done: it counts where work is limited, and not as this user's mistake. */
    void noAnswer() {
        onNoAnswer.run();
    }
}
