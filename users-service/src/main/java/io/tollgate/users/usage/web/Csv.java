package io.tollgate.users.usage.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tables as RFC 4180 writes them; no cell is a formula for the program that opens it. */
final class Csv {
    static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final String LINE = "\r\n";
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r|%].*");

    private Csv() {}

    static String of(List<String> columns, Stream<List<Object>> rows) {
        return Stream.concat(Stream.of(line(columns)), rows.map(Csv::line)).collect(Collectors.joining());
    }

    /** Whether the caller would rather have a table than JSON; whoever takes anything gets JSON. */
    static boolean isWanted(HttpHeaders headers) {
        List<MediaType> accepted = readable(headers);
        double table = quality(accepted, MediaType.parseMediaType("text/csv"));
        return table > 0 && table > quality(accepted, MediaType.APPLICATION_JSON);
    }

    /** What cannot be read asks for nothing in particular. */
    private static List<MediaType> readable(HttpHeaders headers) {
        try {
            return headers.getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }

    private static double quality(List<MediaType> accepted, MediaType type) {
        return accepted.stream()
                .filter(range -> !range.isWildcardType() && range.includes(type))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE;
    }

    private static String cell(Object value) {
        String text = value.toString();
        String harmless = value instanceof Number || !FORMULA.matcher(text).matches() ? text : "'" + text;
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
