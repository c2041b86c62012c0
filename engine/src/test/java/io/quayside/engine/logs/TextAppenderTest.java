package io.quayside.engine.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextAppenderTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> lines(String... pieces) throws IOException {
        try (LogShelf shelf = new LogShelf(folder, () -> LogShelf.DEFAULT_LIMIT)) {
            LogStore store = shelf.store("text");
            TextAppender out = new TextAppender(store);
            for (String piece : pieces) {
                if (piece.isEmpty()) {
                    out.end();
                } else {
                    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                    out.append(1, () -> "> ", bytes, bytes.length);
                }
            }
            out.publish();
            return store.read(0, 100, 1000).stream()
                    .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    @Test
    void linesGoOnOverPieces() throws IOException {
        assertEquals(List.of("> one", "> two", "> ", "> thrée"), lines("o", "ne\ntw", "o\n\nthr", "ée"));
    }

    @Test
    void whatReturnsToTheStartOfItsLineBeginsAnother() throws IOException {
        assertEquals(List.of("> 10 %", "> 20 %", "> done", "> next"), lines("10 %\r20 %\r", "done\r\nnext"));
        assertEquals(List.of("> a", "> b"), lines("a\r", "\nb\r\n"));
    }

    @Test
    void anOpenLineCanBeEnded() throws IOException {
        assertEquals(List.of("> of one", "> of another"), lines("of one", "", "of another"));
    }
}
