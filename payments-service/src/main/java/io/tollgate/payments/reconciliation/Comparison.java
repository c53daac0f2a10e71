package io.tollgate.payments.reconciliation;

import io.tollgate.payments.ledger.Booked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the card network's file of a day against the ledger; midnight is not the same moment for both. */
final class Comparison {
    private final List<Booked> theirs;
    private final List<Booked> ours;

    Comparison(List<Booked> theirs, List<Booked> ours) {
        this.theirs = List.copyOf(theirs);
        this.ours = List.copyOf(ours);
    }

    /** Operations in the file that the ledger has on another day, if it has them. */
    List<String> unknownToDay() {
        Set<String> known = names(ours);
        return theirs.stream()
                .map(Booked::operation)
                .filter(operation -> !known.contains(operation))
                .distinct()
                .toList();
    }

    /** Whether the files of the days around have to be looked at, too. */
    boolean missesAny() {
        return !names(theirs).containsAll(names(ours));
    }

    /**
     * Compares.
     *
     * @param elsewhere what the ledger has on other days, of what is in the file
     * @param around what is in the files of the days around
     */
    Result with(List<Booked> elsewhere, List<Booked> around) {
        Map<String, Booked> booked = byName(ours);
        booked.putAll(byName(elsewhere));
        List<Difference> differences = new ArrayList<>();
        long matched = 0;
        Set<String> seen = new HashSet<>();
        for (Booked line : theirs) {
            Booked known = seen.add(line.operation()) ? booked.get(line.operation()) : null;
            if (known == null || known.kind() != line.kind()) {
                differences.add(Difference.extra(line));
            } else if (known.amount().equals(line.amount())) {
                matched++;
            } else {
                differences.add(Difference.amount(known, line));
            }
        }
        differences.addAll(missing(seen, names(around)));
        return new Result(matched, List.copyOf(differences));
    }

    private List<Difference> missing(Set<String> seen, Set<String> around) {
        return ours.stream()
                .filter(known -> !seen.contains(known.operation()) && !around.contains(known.operation()))
                .map(Difference::missing)
                .toList();
    }

    private static Set<String> names(List<Booked> operations) {
        return operations.stream().map(Booked::operation).collect(Collectors.toSet());
    }

    private static Map<String, Booked> byName(List<Booked> operations) {
        return operations.stream()
                .collect(Collectors.toMap(Booked::operation, Function.identity(), (first, again) -> first));
    }
}
