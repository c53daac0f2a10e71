package io.tollgate.cli.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What a chaotic run does, drawn from its seed: the same seed gives the same orders and the same kills. */
record Plan(List<PlannedOrder> orders, List<PlannedKill> kills) {

    private static final Lot<String> TOKENS = Lot.of("tok_visa", 60)
            .and("tok_declined", 8)
            .and("tok_insufficient_funds", 4)
            .and("tok_capture_refused", 6)
            .and("tok_error_once", 10)
            .and("tok_timeout_charged", 6)
            .and("tok_slow", 6);
    private static final Lot<String> STREETS = Lot.of("12 Harbour Street", 74)
            .and("1 Refused Road", 6)
            .and("1 Hanging Way", 5)
            .and("1 Lost Lane", 5)
            .and("1 Twice Terrace", 5)
            .and("1 Slow Street", 5);
    private static final Lot<String> VICTIMS = Lot.of("orders", 5)
            .and("payments", 5)
            .and("products", 5)
            .and("workers", 5)
            .and("servicebus", 4)
            .and("gateway", 3)
            .and("users", 3)
            .and("sandbox", 2)
            .and("insights", 1);
    private static final int CANCELED_OF_100 = 15;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;
    private static final int LONGEST_DOWN_MILLIS = 3_000;

    /**
     * @param cancelAfterMillis when its customer thinks better of it; negative for never
     * @param product index of the product that is ordered beside the first
     */
    record PlannedOrder(String token, String street, int quantity, int product, int cancelAfterMillis) {}

    /**
     * @param afterOrders how many orders were begun before
     * @param downMillis how long the process stays away
     */
    record PlannedKill(String process, int afterOrders, int downMillis) {}

    static Plan of(int orders, int kills, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlannedOrder> planned = new ArrayList<>();
        IntStream.range(0, orders).forEach(i -> planned.add(order(random)));
        List<PlannedKill> killed = new ArrayList<>();
        IntStream.range(0, kills).forEach(i -> killed.add(kill(orders, random)));
        killed.sort(Comparator.comparing(PlannedKill::afterOrders));
        return new Plan(planned, killed);
    }

    /** How many kills come before the order of that number. */
    int killsBefore(int order) {
        return (int) kills.stream().filter(kill -> kill.afterOrders() < order).count();
    }

    private static PlannedOrder order(SplittableRandom random) {
        return new PlannedOrder(
                TOKENS.draw(random),
                STREETS.draw(random),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                random.nextInt(100) < CANCELED_OF_100 ? random.nextInt(LONGEST_PAUSE_MILLIS) : -1);
    }

    private static PlannedKill kill(int orders, SplittableRandom random) {
        return new PlannedKill(VICTIMS.draw(random), random.nextInt(orders), random.nextInt(LONGEST_DOWN_MILLIS));
    }
}
