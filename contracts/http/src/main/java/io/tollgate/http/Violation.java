package io.tollgate.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One broken rule: where (a JSON Pointer into the body, or the name of a parameter or header), what, and its stable code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String pointer, String parameter, String header, String detail, String code) {
    public static Violation inBody(String pointer, String code, String detail) {
        return new Violation(pointer, null, null, detail, code);
    }

    public static Violation inParameter(String parameter, String code, String detail) {
        return new Violation(null, parameter, null, detail, code);
    }

    public static Violation inHeader(String header, String code, String detail) {
        return new Violation(null, null, header, detail, code);
    }
}
