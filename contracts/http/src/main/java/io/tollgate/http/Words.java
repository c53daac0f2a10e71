package io.tollgate.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something in words, on one line: not blank in any script, no control characters, no half of a character. */
@Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*", message = "must be text on one line")
@Pattern(regexp = "(?U).*\\S.*", flags = Pattern.Flag.DOTALL, message = "must not be blank")
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface Words {
    String message() default "must be text on one line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
