package io.tollgate.gateway.hygiene.web;

import io.tollgate.http.CardNumbers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Looks for a card number in a plain request target: a path is written into traces, logs and metrics on its way. */
final class TargetDigits {
    private static final int FEWEST = 13;

    private TargetDigits() {}

    static boolean showCardNumber(String plain) {
        long digits = plain.chars().filter(Character::isDigit).count();
        return digits >= FEWEST && CardNumbers.isIn(URLDecoder.decode(plain, StandardCharsets.UTF_8));
    }
}
