package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.filter.SqlTokens.Kind;
import io.tollgate.servicebus.filter.SqlTokens.Token;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what has a value by itself: constants, parameters, properties, functions, and what is in parentheses. */
final class SqlOperands {

    private final SqlTokens tokens;
    private final Map<String, Object> parameters;
    private final Supplier<Expression> nested;

    SqlOperands(SqlTokens tokens, Map<String, Object> parameters, Supplier<Expression> nested) {
        this.tokens = tokens;
        this.parameters = parameters;
        this.nested = nested;
    }

    Expression next() {
        if (tokens.accept("(")) {
            Expression inner = nested.get();
            tokens.expect(")");
            return inner;
        }
        Token token = tokens.take();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Constant(number(token));
            case TEXT -> new Expression.Constant(token.text());
            case PARAMETER -> new Expression.Constant(parameter(token));
            case NAME -> named(token);
            case QUOTED_NAME -> property(token);
            default -> throw new SqlSyntaxException("'" + token.text() + "' is not expected", token.position());
        };
    }

    private Expression named(Token token) {
        if (token.is("TRUE") || token.is("FALSE")) {
            return new Expression.Constant(token.is("TRUE"));
        } else if (token.is("NULL")) {
            return new Expression.Constant(null);
        } else if (tokens.peek().is("(")) {
            return function(token);
        }
        return property(token);
    }

    private Expression function(Token name) {
        tokens.expect("(");
        Expression result;
        if (name.is("newid")) {
            result = new Expression.NewId();
        } else if (name.is("property") || name.is("p")) {
            Token of = tokens.take();
            result = of.kind() == Kind.TEXT ? new Expression.Property(false, of.text()) : property(of);
        } else {
            throw new SqlSyntaxException("'" + name.text() + "' is no known function", name.position());
        }
        tokens.expect(")");
        return result;
    }

    Expression.Property property(Token first) {
        if (first.kind() != Kind.NAME && first.kind() != Kind.QUOTED_NAME) {
            throw new SqlSyntaxException("'" + first.text() + "' is no property", first.position());
        }
        if (first.kind() == Kind.NAME && (first.is("sys") || first.is("user")) && tokens.accept(".")) {
            Token name = tokens.take();
            if (first.is("sys") && !SystemProperties.known(name.text())) {
                throw new SqlSyntaxException("'sys." + name.text() + "' is no system property", name.position());
            }
            return new Expression.Property(first.is("sys"), name.text());
        }
        return new Expression.Property(false, first.text());
    }

    private Object parameter(Token token) {
        String name = token.text();
        if (parameters.containsKey("@" + name)) {
            return parameters.get("@" + name);
        } else if (parameters.containsKey(name)) {
            return parameters.get(name);
        }
        throw new SqlSyntaxException("parameter '@" + name + "' has no value", token.position());
    }

    private static Object number(Token token) {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException e) {
            return Double.valueOf(token.text());
        }
    }
}
