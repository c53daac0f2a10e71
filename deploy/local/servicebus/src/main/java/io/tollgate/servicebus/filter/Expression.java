package io.tollgate.servicebus.filter;

import java.util.List;
import java.util.function.BinaryOperator;

/** A part of an SQL text; null is SQL's unknown. */
interface Expression {

    Object value(Scope scope);

    /** True, false or, for anything that is no truth, unknown. */
    default Boolean truth(Scope scope) {
        return value(scope) instanceof Boolean truth ? truth : null;
    }

    record Constant(Object constant) implements Expression {
        @Override
        public Object value(Scope scope) {
            return constant;
        }
    }

    record Property(boolean system, String name) implements Expression {
        @Override
        public Object value(Scope scope) {
            return scope.property(system, name);
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public Object value(Scope scope) {
            Boolean truth = operand.truth(scope);
            return truth == null ? null : !truth;
        }
    }

    record And(Expression left, Expression right) implements Expression {
        @Override
        public Object value(Scope scope) {
            Boolean first = left.truth(scope);
            if (Boolean.FALSE.equals(first)) {
                return false;
            }
            Boolean second = right.truth(scope);
            return Boolean.FALSE.equals(second) ? Boolean.FALSE : first == null ? null : second;
        }
    }

    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Object value(Scope scope) {
            Boolean first = left.truth(scope);
            if (Boolean.TRUE.equals(first)) {
                return true;
            }
            Boolean second = right.truth(scope);
            return Boolean.TRUE.equals(second) ? Boolean.TRUE : first == null ? null : second;
        }
    }

    record Comparison(Expression left, Expression right, String operator) implements Expression {
        @Override
        public Object value(Scope scope) {
            Integer order = Operators.compare(left.value(scope), right.value(scope), operator);
            if (order == null) {
                return null;
            }
            return switch (operator) {
                case "=" -> order == 0;
                case "<>", "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    record Arithmetic(Expression left, Expression right, BinaryOperator<Object> operator) implements Expression {
        @Override
        public Object value(Scope scope) {
            Object first = left.value(scope);
            Object second = right.value(scope);
            return first == null || second == null ? null : operator.apply(first, second);
        }
    }

    record In(Expression operand, List<Expression> candidates) implements Expression {
        @Override
        public Object value(Scope scope) {
            Object wanted = operand.value(scope);
            Boolean found = wanted == null ? null : Boolean.FALSE;
            for (Expression candidate : candidates) {
                Integer order = Operators.compare(wanted, candidate.value(scope), "=");
                if (order != null && order == 0) {
                    return true;
                }
            }
            return found;
        }
    }

    record Like(Expression operand, Expression pattern, Expression escape) implements Expression {
        @Override
        public Object value(Scope scope) {
            if (operand.value(scope) instanceof String text && pattern.value(scope) instanceof String like) {
                Object escaping = escape == null ? null : escape.value(scope);
                return new LikePattern(like, escaping == null ? null : escaping.toString()).matches(text);
            }
            return null;
        }
    }

    record IsNull(Expression operand) implements Expression {
        @Override
        public Object value(Scope scope) {
            return operand.value(scope) == null;
        }
    }

    record Exists(Property property) implements Expression {
        @Override
        public Object value(Scope scope) {
            return scope.has(property.system(), property.name());
        }
    }

    record NewId() implements Expression {
        @Override
        public Object value(Scope scope) {
            return scope.newId();
        }
    }
}
