package io.tollgate.products.product.store;

import io.tollgate.products.product.Content;
import io.tollgate.products.product.Words;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a product is found by, written so that every database keeps what begins alike together: in hexadecimal digits. */
final class Term {
    // of a long description the first words: a product is not found by its three hundredth
    private static final int MOST_WORDS = 64;
    private static final String AFTER_ALL_DIGITS = "g";

    private Term() {}

    static List<String> of(Content content) {
        String text = content.name()
                + ' '
                + content.sku()
                + ' '
                + content.description().orElse("");
        return Stream.concat(
                        Words.of(text).stream().limit(MOST_WORDS).map(Term::word),
                        content.categories().stream().map(Term::category))
                .toList();
    }

    static String word(String word) {
        return 'w' + hex(word);
    }

    static String category(String category) {
        return 'c' + hex(category);
    }

    /** What is greater than every term that begins like this one. */
    static String afterAllOf(String beginning) {
        return beginning + AFTER_ALL_DIGITS;
    }

    /** What is greater than this term and no greater than any other that is. */
    static String justAfter(String term) {
        return term + '0';
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
