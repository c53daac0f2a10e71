package io.tollgate.servicebus.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SQL text cut into tokens, read one after the other. */
final class SqlTokens {

    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        QUOTED_NAME,
        PARAMETER,
        SYMBOL,
        END
    }

    record Token(Kind kind, String text, int position) {

        boolean is(String word) {
            return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
            + "|'(?<text>(?:[^']|'')*)'"
            + "|\\[(?<bracketed>(?:[^\\]]|\\]\\])+)\\]|\"(?<quoted>(?:[^\"]|\"\")+)\""
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|@(?<parameter>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<symbol><=|>=|<>|!=|[=<>+\\-*/%(),.;]))");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    SqlTokens(String sql) {
        Matcher matcher = TOKEN.matcher(sql);
        int position = 0;
        String rest = sql.stripTrailing();
        while (position < rest.length()) {
            if (!matcher.region(position, rest.length()).lookingAt()) {
                throw new SqlSyntaxException("'" + rest.charAt(position) + "' is not understood", position);
            }
            tokens.add(token(matcher));
            position = matcher.end();
        }
        tokens.add(new Token(Kind.END, "the end", rest.length()));
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, matcher.group("number"), matcher.start("number"));
        } else if (matcher.group("text") != null) {
            return new Token(Kind.TEXT, matcher.group("text").replace("''", "'"), matcher.start("text"));
        } else if (matcher.group("bracketed") != null) {
            String name = matcher.group("bracketed").replace("]]", "]");
            return new Token(Kind.QUOTED_NAME, name, matcher.start("bracketed"));
        } else if (matcher.group("quoted") != null) {
            return new Token(Kind.QUOTED_NAME, matcher.group("quoted").replace("\"\"", "\""), matcher.start("quoted"));
        } else if (matcher.group("name") != null) {
            return new Token(Kind.NAME, matcher.group("name"), matcher.start("name"));
        } else if (matcher.group("parameter") != null) {
            return new Token(Kind.PARAMETER, matcher.group("parameter"), matcher.start("parameter"));
        }
        return new Token(Kind.SYMBOL, matcher.group("symbol"), matcher.start("symbol"));
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    /** Takes the word if it is next. */
    boolean accept(String word) {
        if (peek().is(word)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    SqlSyntaxException unexpected(String wanted) {
        return new SqlSyntaxException("expected " + wanted + " but found '" + peek().text() + "'", peek().position());
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }
}
