package io.quayside.engine.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static List<Instruction> read(String... lines) {
        return Dockerfile.of(String.join("\n", lines)).instructions();
    }

    @Test
    void eachInstructionHasItsLines() {
        assertEquals(
                List.of(
                        new Instruction(2, 2, "FROM", "alpine"),
                        new Instruction(4, 8, "RUN", "apk add   gcc && true"),
                        new Instruction(9, 9, "CMD", "[\"sh\"]")),
                read(
                        "# a comment",
                        "from alpine",
                        "",
                        "RUN apk add \\",
                        "# in between",
                        "",
                        "  gcc \\  ",
                        "&& true",
                        "CMD [\"sh\"]"));
    }

    @Test
    void aDirectiveSaysWhatContinuesALine() {
        assertEquals(
                List.of(new Instruction(3, 4, "COPY", "a b"), new Instruction(5, 5, "WORKDIR", "C:\\")),
                read("# syntax=docker/dockerfile:1", "# escape=`", "COPY a `", "b", "WORKDIR C:\\"));
    }

    @Test
    void aDirectiveBehindAnythingElseIsAComment() {
        assertEquals(List.of(new Instruction(3, 4, "RUN", "a b")), read("# hello", "# escape=`", "RUN a \\", "b"));
    }

    @Test
    void anEscapedEscapeEndsItsLine() {
        assertEquals(
                List.of(new Instruction(1, 1, "RUN", "echo \\\\"), new Instruction(2, 2, "CMD", "x")),
                read("RUN echo \\\\", "CMD x"));
    }

    @Test
    void aHeredocBelongsToItsInstruction() {
        assertEquals(
                List.of(
                        new Instruction(1, 4, "RUN", "<<EOF cat"),
                        new Instruction(5, 9, "COPY", "<<-'one' <<two /to/"),
                        new Instruction(10, 10, "CMD", "x")),
                read(
                        "RUN <<EOF cat",
                        "FROM not a stage",
                        " EOF",
                        "EOF",
                        "COPY <<-'one' <<two /to/",
                        "ARG NOT=1",
                        "\tone",
                        "more",
                        "two",
                        "CMD x"));
    }

    @Test
    void aShiftIsNoHeredoc() {
        assertEquals(
                List.of(new Instruction(1, 1, "RUN", "echo $((1<<4)) <<<word"), new Instruction(2, 2, "CMD", "x")),
                read("RUN echo $((1<<4)) <<<word", "CMD x"));
    }

    @Test
    void aHeredocWithoutAnEndTakesTheRest() {
        assertEquals(List.of(new Instruction(1, 2, "RUN", "<<EOF")), read("RUN <<EOF", "CMD x"));
    }

    @Test
    void stagesHaveTheirNames() {
        assertEquals(
                List.of(new Stage(2, "deps", "node:20"), new Stage(3, "", "deps"), new Stage(4, "final", "$BASE")),
                Dockerfile.of("""
                                ARG BASE=scratch
                                FROM --platform=$BUILDPLATFORM node:20 AS Deps
                                FROM deps
                                FROM $BASE as final
                                """).stages());
    }

    @Test
    void argumentsAreListedOnceWithTheirValues() {
        assertEquals(
                List.of(
                        new DeclaredArgument(1, "BASE", Optional.of("alpine")),
                        new DeclaredArgument(3, "A", Optional.empty()),
                        new DeclaredArgument(3, "B", Optional.of("two words")),
                        new DeclaredArgument(4, "C", Optional.of(""))),
                Dockerfile.of("""
                                ARG BASE=alpine
                                FROM $BASE
                                ARG A B="two words"
                                ARG BASE C=
                                """).arguments());
    }

    @Test
    void aLineFindsItsInstruction() {
        Dockerfile file = Dockerfile.of("FROM a\n\nRUN b \\\n c\n");
        assertEquals(Optional.of("RUN"), file.at(4).map(Instruction::keyword));
        assertEquals(Optional.empty(), file.at(2));
    }

    @Test
    void whatIsNoDockerfileIsReadAllTheSame() {
        assertEquals(List.of(), read("", "   ", "#"));
        assertEquals(List.of(new Instruction(1, 1, "NONSENSE", "")), read("nonsense"));
        assertEquals(List.of(new Instruction(1, 1, "RUN", "a")), read("RUN a \\"));
    }
}
