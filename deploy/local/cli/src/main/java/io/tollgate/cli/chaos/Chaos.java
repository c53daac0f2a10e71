package io.tollgate.cli.chaos;

import io.tollgate.cli.audit.Audit;
import io.tollgate.cli.audit.Audit.Report;
import io.tollgate.cli.chaos.Plan.PlannedKill;
import io.tollgate.cli.chaos.Plan.PlannedOrder;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Platform;
import io.tollgate.cli.platform.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders from many customers while processes are killed and come back; then everything has to add up. */
public final class Chaos {

    /** Longer than an order may stay without an answer. */
    private static final Duration UNTIL_REST = Duration.ofMinutes(8);

    private final Platform platform;
    private final Crowd crowd;
    private final Progress out;

    public Chaos(Platform platform, Crowd crowd, Progress out) {
        this.platform = platform;
        this.crowd = crowd;
        this.out = out;
    }

    /** Plays one run through; what does not add up afterwards is in the report. */
    public Report run(int orders, int kills, long seed) {
        Plan plan = Plan.of(orders, kills, seed);
        Memory memory = new Memory();
        out.say("%d orders, %d kills, seed %d".formatted(orders, kills, seed));
        long started = System.nanoTime();
        List<Customer> customers = crowd.gather(memory);
        ordersAndKills(plan, customers, memory);
        out.say("%d orders answered after %d s, %d calls repeated"
                .formatted(memory.done(), secondsSince(started), memory.repeats()));
        Report report = new Audit(platform).atRest(memory.told(), UNTIL_REST);
        out.say("looked at %d s after the first order".formatted(secondsSince(started)));
        return report.and(memory.flaws());
    }

    private void ordersAndKills(Plan plan, List<Customer> customers, Memory memory) {
        Turns turns = new Turns(plan);
        ExecutorService threads = Executors.newFixedThreadPool(customers.size());
        try {
            List<Future<?>> working = new ArrayList<>();
            customers.forEach(customer -> working.add(threads.submit(() -> orderAll(customer, turns))));
            for (PlannedKill kill : plan.kills()) {
                play(kill, turns, memory);
            }
            for (Future<?> customer : working) {
                customer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void orderAll(Customer customer, Turns turns) {
        for (Optional<PlannedOrder> next = turns.next(); next.isPresent(); next = turns.next()) {
            customer.order(next.get());
        }
    }

    private void play(PlannedKill kill, Turns turns, Memory memory) throws InterruptedException {
        turns.awaitOrders(kill.afterOrders());
        out.say("  after %4d orders: kill -9 %s, back after %d ms"
                .formatted(memory.done(), kill.process(), kill.downMillis()));
        platform.kill(kill.process());
        turns.killed();
        Thread.sleep(kill.downMillis());
        platform.start(kill.process());
    }

    private static long secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000_000;
    }
}
