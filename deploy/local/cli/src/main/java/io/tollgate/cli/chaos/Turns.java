package io.tollgate.cli.chaos;

import io.tollgate.cli.chaos.Plan.PlannedOrder;
import io.tollgate.cli.platform.CommandFailed;
import java.util.Optional;

/** Keeps orders and kills in the plan's order, so that every kill meets orders that are under way, however fast these are. */
final class Turns {

    private final Plan plan;
    private int begun;
    private int killed;

    Turns(Plan plan) {
        this.plan = plan;
    }

    /** The next order, once every kill that is planned before it has happened; empty when there is none. */
    synchronized Optional<PlannedOrder> next() {
        while (begun < plan.orders().size() && killed < plan.killsBefore(begun)) {
            await();
        }
        if (begun == plan.orders().size()) {
            return Optional.empty();
        }
        PlannedOrder order = plan.orders().get(begun++);
        notifyAll();
        return Optional.of(order);
    }

    /** Returns when so many orders were begun. */
    synchronized void awaitOrders(int count) {
        while (begun < count) {
            await();
        }
    }

    synchronized void killed() {
        killed++;
        notifyAll();
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }
}
