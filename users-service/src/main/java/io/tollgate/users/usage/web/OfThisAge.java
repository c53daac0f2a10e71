package io.tollgate.users.usage.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A day or a moment that every database can keep. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OfThisAgeValidator.class)
@interface OfThisAge {
    String message() default "must be of this age";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
