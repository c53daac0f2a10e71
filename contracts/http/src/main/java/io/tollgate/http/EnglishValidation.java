package io.tollgate.http;

import jakarta.validation.Configuration;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;

/**
 * Says every broken rule in English, whatever the machine's language, from texts that are read at the start: the default
 * reads them from a jar at the first broken rule, on the event loop.
 */
final class EnglishValidation implements ValidationConfigurationCustomizer {
    @Override
    public void customize(Configuration<?> configuration) {
        configuration.messageInterpolator(
                new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, true));
    }
}
