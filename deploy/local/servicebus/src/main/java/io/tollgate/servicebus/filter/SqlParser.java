package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.filter.SqlTokens.Kind;
import io.tollgate.servicebus.filter.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the SQL of filters and actions, as Azure documents it. */
final class SqlParser {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final int MOST_NESTED = 200;
    /** As Azure has it. */
    private static final int LONGEST = 1024;

    private final SqlTokens tokens;
    private final Map<String, Object> parameters;
    private int depth;

    SqlParser(String sql, Map<String, Object> parameters) {
        if (sql.length() > LONGEST) {
            throw new SqlSyntaxException("longer than " + LONGEST + " characters", LONGEST);
        }
        this.tokens = new SqlTokens(sql);
        this.parameters = parameters;
    }

    Expression condition() {
        Expression condition = or();
        if (!tokens.atEnd()) {
            throw tokens.unexpected("the end");
        }
        return condition;
    }

    /** SET and REMOVE statements. */
    List<SqlAction.Statement> statements() {
        List<SqlAction.Statement> statements = new ArrayList<>();
        while (!tokens.atEnd()) {
            if (tokens.accept("SET")) {
                Expression.Property property = property(tokens.take());
                tokens.expect("=");
                statements.add(new SqlAction.Statement(property, sum()));
            } else {
                tokens.expect("REMOVE");
                statements.add(new SqlAction.Statement(property(tokens.take()), null));
            }
            if (!tokens.accept(";") && !tokens.accept(",") && !tokens.atEnd()) {
                throw tokens.unexpected("';'");
            }
        }
        return statements;
    }

    private Expression or() {
        if (++depth > MOST_NESTED) {
            throw new SqlSyntaxException("nested too deeply", tokens.peek().position());
        }
        Expression left = and();
        while (tokens.accept("OR")) {
            left = new Expression.Or(left, and());
        }
        depth--;
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.accept("AND")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        boolean negated = false;
        while (tokens.accept("NOT")) {
            negated = !negated;
        }
        Expression predicate = predicate();
        return negated ? new Expression.Not(predicate) : predicate;
    }

    private Expression predicate() {
        if (tokens.accept("EXISTS")) {
            tokens.expect("(");
            Expression exists = new Expression.Exists(property(tokens.take()));
            tokens.expect(")");
            return exists;
        }
        Expression left = sum();
        if (COMPARISONS.contains(tokens.peek().text()) && tokens.peek().kind() == Kind.SYMBOL) {
            String operator = tokens.take().text();
            return new Expression.Comparison(left, sum(), operator);
        }
        if (tokens.accept("IS")) {
            boolean negated = tokens.accept("NOT");
            tokens.expect("NULL");
            return negatedIf(negated, new Expression.IsNull(left));
        }
        boolean negated = tokens.accept("NOT");
        if (tokens.accept("IN")) {
            return negatedIf(negated, new Expression.In(left, list()));
        } else if (tokens.accept("LIKE")) {
            Expression pattern = sum();
            return negatedIf(negated, new Expression.Like(left, pattern, tokens.accept("ESCAPE") ? sum() : null));
        } else if (negated) {
            throw tokens.unexpected("IN or LIKE");
        }
        return left;
    }

    private List<Expression> list() {
        tokens.expect("(");
        List<Expression> candidates = new ArrayList<>(List.of(sum()));
        while (tokens.accept(",")) {
            candidates.add(sum());
        }
        tokens.expect(")");
        return candidates;
    }

    private Expression sum() {
        Expression left = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            String operator = tokens.take().text();
            left = new Expression.Arithmetic(left, product(), Operators.arithmetic(operator));
        }
        return left;
    }

    private Expression product() {
        Expression left = unary();
        while (tokens.peek().is("*") || tokens.peek().is("/") || tokens.peek().is("%")) {
            String operator = tokens.take().text();
            left = new Expression.Arithmetic(left, unary(), Operators.arithmetic(operator));
        }
        return left;
    }

    private Expression unary() {
        boolean negative = false;
        while (tokens.peek().is("-") || tokens.peek().is("+")) {
            negative ^= tokens.take().is("-");
        }
        Expression operand = primary();
        return negative
                ? new Expression.Arithmetic(new Expression.Constant(0L), operand, Operators.arithmetic("-"))
                : operand;
    }

    private Expression primary() {
        if (tokens.accept("(")) {
            Expression inner = or();
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

    private Expression.Property property(Token first) {
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

    private static Expression negatedIf(boolean negated, Expression expression) {
        return negated ? new Expression.Not(expression) : expression;
    }
}
