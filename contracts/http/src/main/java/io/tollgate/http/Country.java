package io.tollgate.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;

/** A country as ISO 3166-1 writes it in two letters. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Country.Validator.class)
public @interface Country {
    String message() default "must be a country of ISO 3166-1, in two capital letters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Java's own list. */
    final class Validator implements ConstraintValidator<Country, String> {
        private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || COUNTRIES.contains(code);
        }
    }
}
