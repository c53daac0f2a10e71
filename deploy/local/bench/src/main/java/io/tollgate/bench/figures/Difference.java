package io.tollgate.bench.figures;

import java.util.Arrays;

/** Whether two series of times can be told apart: by their means (Welch) and by their whole distributions (Kolmogorov-Smirnov). */
public record Difference(double welch, double distance, double chance) {
    private static final int TERMS = 100;

    public static Difference of(double[] one, double[] other) {
        double[] a = sorted(one);
        double[] b = sorted(other);
        double distance = distance(a, b);
        return new Difference(welch(a, b), distance, chance(distance, a.length, b.length));
    }

    /** What a careful listener would conclude at one in a thousand. */
    public boolean isSeen() {
        return chance < 0.001 || Math.abs(welch) > 3.29;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double welch(double[] a, double[] b) {
        double spread = Math.sqrt(variance(a) / a.length + variance(b) / b.length);
        return (mean(a) - mean(b)) / spread;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }

    /** How often two series of the same distribution are as far apart or farther (Kolmogorov's series). */
    private static double chance(double distance, int a, int b) {
        double size = Math.sqrt((double) a * b / (a + b));
        double lambda = (size + 0.12 + 0.11 / size) * distance;
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return lambda < 0.2 ? 1 : Math.max(0, Math.min(1, sum));
    }
}
