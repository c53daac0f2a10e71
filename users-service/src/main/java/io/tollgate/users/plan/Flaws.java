package io.tollgate.users.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what is wrong, all of it, with the place where it is. */
public final class Flaws {
    private final String place;
    private final List<Flaw> found;

    private Flaws(String place, List<Flaw> found) {
        this.place = place;
        this.found = found;
    }

    public static Flaws none() {
        return new Flaws("", new ArrayList<>());
    }

    /** The same collection, for what lies below a member. */
    public Flaws at(Object member) {
        String step = String.valueOf(member).replace("~", "~0").replace("/", "~1");
        return new Flaws(place + '/' + step, found);
    }

    public void add(String code, String sentence) {
        found.add(new Flaw(place, code, sentence));
    }

    public void require(boolean good, String code, String sentence) {
        if (!good) {
            add(code, sentence);
        }
    }

    void range(Number value, long least, long most) {
        if (value == null) {
            add("not-null", "is required");
        } else {
            long number = value.longValue();
            require(number >= least && number <= most, "range", "must be from %d to %d".formatted(least, most));
        }
    }

    void oneOf(String value, Set<String> words) {
        require(
                value != null && words.contains(value),
                value == null ? "not-null" : "pattern",
                "must be one of " + String.join(", ", words.stream().sorted().toList()));
    }

    void matches(String value, Pattern form, String sentence) {
        require(value != null && form.matcher(value).matches(), value == null ? "not-null" : "pattern", sentence);
    }

    public List<Flaw> all() {
        return List.copyOf(found);
    }
}
