package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.filter.SqlTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the SQL of filters and actions, as Azure documents it: what joins operands to conditions and statements. */
final class SqlParser {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final int MOST_NESTED = 200;
    /** As Azure has it. */
    private static final int LONGEST = 1024;

    private final SqlTokens tokens;
    private final SqlOperands operands;
    private int depth;

    SqlParser(String sql, Map<String, Object> parameters) {
        if (sql.length() > LONGEST) {
            throw new SqlSyntaxException("longer than " + LONGEST + " characters", LONGEST);
        }
        this.tokens = new SqlTokens(sql);
        this.operands = new SqlOperands(tokens, parameters, this::or);
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
                Expression.Property property = operands.property(tokens.take());
                tokens.expect("=");
                statements.add(new SqlAction.Statement(property, sum()));
            } else {
                tokens.expect("REMOVE");
                statements.add(new SqlAction.Statement(operands.property(tokens.take()), null));
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
            Expression exists = new Expression.Exists(operands.property(tokens.take()));
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
        Expression operand = operands.next();
        return negative
                ? new Expression.Arithmetic(new Expression.Constant(0L), operand, Operators.arithmetic("-"))
                : operand;
    }

    private static Expression negatedIf(boolean negated, Expression expression) {
        return negated ? new Expression.Not(expression) : expression;
    }
}
