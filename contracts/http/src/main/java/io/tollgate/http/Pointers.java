package io.tollgate.http;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;
import java.util.stream.Collectors;

/** JSON Pointers (RFC 6901) from the two ways in which the libraries name a place in a body. */
final class Pointers {
    private Pointers() {}

    /** {@code lines[0].unitPrice} is {@code /lines/0/unitPrice}, and {@code tags[0].<list element>} is {@code /tags/0}. */
    static String ofField(String path) {
        return "/"
                + path.replaceAll("\\.<[^>]+>", "")
                        .replace("[", ".")
                        .replace("]", "")
                        .replace('.', '/');
    }

    static String ofPath(List<Reference> path) {
        return path.stream().map(Pointers::step).collect(Collectors.joining());
    }

    private static String step(Reference step) {
        return step.getFieldName() == null ? "/" + step.getIndex() : "/" + escaped(step.getFieldName());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
