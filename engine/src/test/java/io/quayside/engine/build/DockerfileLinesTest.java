package io.quayside.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DockerfileLinesTest {

    private static List<Integer> beginnings(String... lines) {
        DockerfileLines found = DockerfileLines.of(String.join("\n", lines) + "\n");
        return IntStream.rangeClosed(1, lines.length)
                .mapToObj(found::line)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
    }

    @Test
    void commentsAndEmptyLinesAreNoInstructions() {
        assertEquals(List.of(3, 5), beginnings("# syntax=docker/dockerfile:1", "", "FROM a", "  # words", "RUN b"));
    }

    @Test
    void continuedLinesBelongToTheirInstruction() {
        assertEquals(List.of(1, 6), beginnings("RUN a \\", "  && b \\  ", "# comment", "", "  && c", "RUN d"));
    }

    @Test
    void anotherEscapeIsHonoured() {
        assertEquals(List.of(2, 3, 5), beginnings("# escape=`", "COPY a c:\\", "RUN a `", "  b", "RUN c"));
    }

    @Test
    void hereDocumentsBelongToTheirInstruction() {
        assertEquals(
                List.of(1, 6, 12),
                beginnings(
                        "RUN <<EOF",
                        "FROM is a word here \\",
                        "",
                        "# and this no comment",
                        "EOF",
                        "COPY <<-\"ONE\" <<TWO /files/",
                        "of one",
                        "\tONE",
                        "ONE",
                        "of two",
                        "TWO",
                        "CMD echo <<EOF",
                        "# comment"));
    }

    @Test
    void hereWordIsNoHereDocument() {
        assertEquals(List.of(1, 2), beginnings("RUN cat <<<EOF", "RUN b"));
    }

    @Test
    void endlessInstructionEndsWithTheFile() {
        assertEquals(List.of(1), beginnings("RUN a \\"));
        assertEquals(List.of(1), beginnings("RUN <<EOF", "a"));
    }

    @Test
    void lineIsReadFromTheBuildersWords() {
        assertEquals(
                OptionalInt.of(3), DockerfileLines.lineIn("dockerfile parse error line 3: unknown instruction: NO"));
        assertEquals(OptionalInt.of(12), DockerfileLines.lineIn("dockerfile parse error on line 12: FROM requires"));
        assertEquals(OptionalInt.empty(), DockerfileLines.lineIn("no build stage in current context"));
    }
}
