package io.tollgate.servicebus.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One step of the broker, written as a whole or not at all; nothing of it shows before it is written. */
public final class Change {

    private final List<Op> ops = new ArrayList<>();
    private final List<Runnable> done = new ArrayList<>();
    private final List<Consumer<Refused>> refused = new ArrayList<>();

    Change add(Op op) {
        ops.add(op);
        return this;
    }

    /** Makes another change a part of this one. */
    public void absorb(Change part) {
        ops.addAll(part.ops);
        done.addAll(part.done);
        refused.addAll(part.refused);
    }

    /** What to do once the change is written and has taken effect, or could not be written. */
    public Change then(Runnable whenDone, Consumer<Refused> whenRefused) {
        done.add(whenDone);
        refused.add(whenRefused);
        return this;
    }

    public List<Op> ops() {
        return ops;
    }

    void apply() {
        ops.forEach(Op::apply);
        done.forEach(Runnable::run);
    }

    /** Takes back what the change had reserved. */
    public void undo(Refused reason) {
        ops.forEach(Op::undo);
        refused.forEach(waiting -> waiting.accept(reason));
    }
}
