package io.quayside.engine.dockerfile;

/// One instruction of a Dockerfile. Its text is untrusted.
///
/// @param line where it begins, from 1
/// @param end its last line
/// @param keyword in capitals, such as `RUN`
/// @param rest what stands behind it, on one line, without comments and without the text of heredocs
public record Instruction(int line, int end, String keyword, String rest) {
    boolean is(String word) {
        return keyword.equals(word);
    }
}
