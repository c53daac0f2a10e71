package io.tollgate.testing;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;

/** SQL Server's grammar, as ShardingSphere has written it down. */
final class TSqlGrammar {
    private TSqlGrammar() {}

    static List<String> errors(String sql) {
        Errors errors = new Errors();
        SQLServerStatementLexer lexer = new SQLServerStatementLexer(CharStreams.fromString(sql));
        SQLServerStatementParser parser = new SQLServerStatementParser(new CommonTokenStream(lexer));
        List.of(lexer, parser).forEach(part -> {
            part.removeErrorListeners();
            part.addErrorListener(errors);
        });
        parser.execute();
        return errors.all;
    }

    private static final class Errors extends BaseErrorListener {
        private final List<String> all = new ArrayList<>();

        @Override
        public void syntaxError(
                Recognizer<?, ?> part, Object symbol, int line, int column, String message, RecognitionException why) {
            all.add("line " + line + ", column " + column + ": " + message);
        }
    }
}
