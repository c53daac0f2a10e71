package io.tollgate.bench;

import static io.tollgate.bench.figures.Table.figure;

import io.tollgate.bench.figures.Samples;
import io.tollgate.bench.figures.Table;
import io.tollgate.bench.load.Load;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Measures several kinds of requests beside a yardstick, in rounds, each of which holds every kind once. */
final class Comparison {
    private final Load load;
    private final Subject yardstick;
    private final List<Subject> subjects;
    private final Map<Subject, List<Cost>> costs = new LinkedHashMap<>();

    Comparison(Load load, Subject yardstick, List<Subject> subjects) {
        this.load = load;
        this.yardstick = yardstick;
        this.subjects = new ArrayList<>(subjects);
        this.subjects.add(0, yardstick);
        this.subjects.forEach(subject -> costs.put(subject, new ArrayList<>()));
    }

    /** In turns, as it is measured: while one is at work the others' compilers come to their end. */
    void warmUp(int requests, int atOnce) {
        Progress.say("warming up: %d times each kind", requests);
        for (int done = 0; done < requests; done += atOnce) {
            subjects.forEach(subject -> Cost.of(subject, load, atOnce));
        }
    }

    /**
     * Every second round goes the other way round, so that who drifts favors nobody.
     *
     * @param rate requests a second, the same for every kind; 0: as fast as each is answered
     */
    void measure(int rounds, int requests, int rate) {
        Load measured = rate == 0 ? load : load.at(rate);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < subjects.size(); i++) {
                Subject subject = subjects.get(round % 2 == 0 ? i : subjects.size() - 1 - i);
                Cost cost = Cost.of(subject, measured, requests);
                costs.get(subject).add(cost);
                Progress.say("round %d: %s %.0f µs", round + 1, subject.name(), cost.microsPerRequest());
            }
        }
    }

    Table table() {
        return table(yardstick);
    }

    /** With a column for each of several yardsticks. */
    Table table(Subject... yardsticks) {
        List<String> heads = new ArrayList<>(List.of("", "CPU µs per request, min / median / max"));
        Stream.of(yardsticks).forEach(each -> heads.add("times " + each.name() + ", min / median / max"));
        heads.add("requests/s");
        Table table = new Table(heads.toArray(String[]::new));
        for (Subject subject : subjects) {
            List<String> cells = new ArrayList<>(
                    List.of(subject.name(), spread("%.0f / %.0f / %.0f", samples(subject, Cost::microsPerRequest))));
            Stream.of(yardsticks).forEach(each -> cells.add(spread("%.2f / %.2f / %.2f", ratios(subject, each))));
            cells.add(figure("%.0f", samples(subject, Cost::perSecond).median()));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static String spread(String format, Samples samples) {
        return figure(format, samples.min(), samples.median(), samples.max());
    }

    Table threads() {
        Table table = new Table("", "threads of the last round, CPU µs per request");
        subjects.forEach(subject -> {
            List<Cost> all = costs.get(subject);
            table.row(subject.name(), all.get(all.size() - 1).threads());
        });
        return table;
    }

    /** Each round's cost beside what the other cost in the same round. */
    private Samples ratios(Subject subject, Subject other) {
        double[] ratios = new double[costs.get(subject).size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = costs.get(subject).get(round).microsPerRequest()
                    / costs.get(other).get(round).microsPerRequest();
        }
        return Samples.of(ratios);
    }

    private Samples samples(Subject subject, ToDoubleFunction<Cost> figure) {
        return Samples.of(costs.get(subject).stream().mapToDouble(figure).toArray());
    }
}
