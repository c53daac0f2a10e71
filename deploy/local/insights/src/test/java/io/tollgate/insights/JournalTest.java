package io.tollgate.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path directory;

    @Test
    void a_rewritten_journal_holds_what_was_given_and_takes_more() throws Exception {
        ObjectMapper json = new ObjectMapper();
        try (Journal journal = Journal.open(directory, json, span -> {})) {
            journal.append(List.of(Items.spanOf("old", "a"), Items.spanOf("kept", "b")));
            long before = journal.bytes();
            journal.rewrite(List.of(Items.spanOf("kept", "b")));
            assertThat(journal.bytes()).isLessThan(before);
            journal.append(List.of(Items.spanOf("new", "c")));
        }

        List<Span> found = new ArrayList<>();
        Journal.open(directory, json, found::add).close();
        assertThat(found).extracting(Span::traceId).containsExactly("kept", "new");
    }
}
