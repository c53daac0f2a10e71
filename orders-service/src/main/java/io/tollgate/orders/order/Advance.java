package io.tollgate.orders.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a happening makes of an order, as the table of its life says. */
record Advance(Order before, Happening happening, Occasion occasion, Deadlines deadlines) {

    /** A step of the table; without one, what was heard is noted, and what would be done here is not. */
    Change change(Heard heard) {
        return Lifecycle.find(before.state().stage(), happening.trigger())
                .map(step -> taken(step, heard))
                .orElseGet(() -> noted(heard));
    }

    private Change taken(Transition step, Heard heard) {
        OrderState state = before.state().after(step, happening, occasion.at(), deadlines);
        Order after = before.next(state, heard, occasion.at());
        List<OrderEvent> facts =
                step.tells().stream().map(tell -> tell.about(after, happening)).toList();
        return new Change(after, facts, entries(step, after));
    }

    private Change noted(Heard heard) {
        return happening.trigger().isHeard()
                ? new Change(before.next(before.state(), heard, occasion.at()), List.of(), List.of(told()))
                : Change.nothing(before);
    }

    private List<TimelineEntry> entries(Transition step, Order after) {
        Stream<TimelineEntry> told =
                happening.trigger().isHeard() || !step.moves() ? Stream.of(told()) : Stream.empty();
        Stream<TimelineEntry> announced = step.moves() ? announcement(after).stream() : Stream.empty();
        return Stream.concat(told, announced).toList();
    }

    private TimelineEntry told() {
        return TimelineEntry.of(before.status(), happening.trigger().wireName(), occasion, happening.detail());
    }

    private Optional<TimelineEntry> announcement(Order after) {
        Occasion decided = happening.trigger().isHeard() ? occasion.decidedHere() : occasion;
        Optional<String> detail = after.state().reason().map(CancelReason::wireName);
        return after.state()
                .stage()
                .announcement()
                .map(words -> TimelineEntry.of(after.status(), words, decided, detail));
    }
}
