package io.tollgate.http;

import org.springframework.core.convert.converter.Converter;

/** A parameter's yes or no as the OpenAPI writes it; Spring takes {@code on}, {@code 1} and nothing at all for one, too. */
final class WrittenBoolean implements Converter<String, Boolean> {
    @Override
    public Boolean convert(String written) {
        if (written.equals("true") || written.equals("false")) {
            return written.equals("true");
        }
        throw new IllegalArgumentException("neither true nor false");
    }
}
