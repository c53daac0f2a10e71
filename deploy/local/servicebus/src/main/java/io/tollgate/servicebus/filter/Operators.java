package io.tollgate.servicebus.filter;

import java.math.BigDecimal;
import java.util.Date;
import java.util.function.BinaryOperator;

/** What SQL's operators do with values of AMQP's types. */
final class Operators {

    private Operators() {}

    /** The order of two values, or null when they cannot be compared so. */
    static Integer compare(Object left, Object right, String operator) {
        if (left instanceof Number first && right instanceof Number second) {
            return Numbers.compare(first, second);
        } else if (left instanceof String first && right instanceof String second) {
            return first.compareTo(second);
        } else if (left instanceof Date first && right instanceof Date second) {
            return first.compareTo(second);
        } else if (left instanceof Boolean first && right instanceof Boolean second && equality(operator)) {
            return first.compareTo(second);
        }
        return left != null && left.equals(right) && equality(operator) ? Integer.valueOf(0) : null;
    }

    private static boolean equality(String operator) {
        return operator.equals("=") || operator.equals("<>") || operator.equals("!=");
    }

    static BinaryOperator<Object> arithmetic(String operator) {
        return (left, right) -> {
            if (left instanceof String || right instanceof String) {
                return operator.equals("+") && left instanceof String && right instanceof String
                        ? left.toString() + right
                        : null;
            }
            if (!(left instanceof Number first) || !(right instanceof Number second)) {
                return null;
            }
            return integral(first) && integral(second)
                    ? whole(operator, first.longValue(), second.longValue())
                    : real(operator, first.doubleValue(), second.doubleValue());
        };
    }

    private static boolean integral(Number number) {
        return !(number instanceof Double || number instanceof Float || number instanceof BigDecimal);
    }

    private static Object whole(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> right == 0 ? null : (Object) (left / right);
            default -> right == 0 ? null : (Object) (left % right);
        };
    }

    private static Object real(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }
}
