package io.tollgate.bench.load;

/** Ids in the form that Tollgate's have. */
public final class Named {
    private Named() {}

    public static String id(String prefix, int number) {
        return prefix + "0%025d".formatted(number);
    }
}
