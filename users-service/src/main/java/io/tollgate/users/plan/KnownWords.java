package io.tollgate.users.plan;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The operations and scopes that there are; of a word that is none of them, the nearest that is. */
@Service
public final class KnownWords {
    private final Set<String> scopes;
    private final Set<String> operations;

    public KnownWords(Scopes scopes, Operations operations) {
        this.scopes = scopes.scopes();
        this.operations = Set.copyOf(operations.all());
    }

    void requireScope(String word, Flaws flaws) {
        require(word, scopes, "unknown-scope", "is no scope", flaws);
    }

    void requireOperation(String word, Flaws flaws) {
        require(word, operations, "unknown-operation", "is no operation", flaws);
    }

    private static void require(String word, Set<String> known, String code, String sentence, Flaws flaws) {
        if (word == null || !known.contains(word)) {
            String near = Optional.ofNullable(word)
                    .flatMap(some -> nearest(some, known))
                    .map(" (near to it: %s)"::formatted)
                    .orElse("");
            flaws.add(code, sentence + near);
        }
    }

    private static Optional<String> nearest(String word, Set<String> known) {
        int far = Math.max(3, word.length() / 3);
        return known.stream()
                .filter(one -> distance(word, one) <= far)
                .min(Comparator.<String>comparingInt(one -> distance(word, one)).thenComparing(one -> one));
    }

    /** Levenshtein's, in which the name of a path's parameter is nothing. */
    private static int distance(String word, String other) {
        String one = word.replaceAll("\\{[^}]*}", "{}");
        String two = other.replaceAll("\\{[^}]*}", "{}");
        int[] row = new int[two.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[row.length - 1];
    }
}
