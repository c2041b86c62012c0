package io.quayside.desktop.ui.builds.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    private static final String CLASSIC = "The command '/bin/sh -c pip install -r x' returned a non-zero code: 1";
    private static final String BUILDKIT =
            "process \"/bin/sh -c pip install -r x\" did not complete successfully: exit code: 2";

    @Test
    void onlyWhatTheWordsProveIsTheCause() {
        assertEquals(
                "pip found no flask==3.1.0",
                FailureText.of(
                                CLASSIC,
                                List.of(
                                        "Collecting redis",
                                        "\u001B[31mERROR: No matching distribution found for flask==3.1.0\u001B[0m",
                                        "WARNING: old pip"))
                        .cause());
        assertEquals(
                "its command ended with exit code 1",
                FailureText.of(CLASSIC, List.of("odd")).cause());
        assertEquals(
                "its command ended with exit code 2",
                FailureText.of(BUILDKIT, List.of()).cause());
        assertEquals("", FailureText.of("something new", List.of()).cause());
        assertEquals(
                "its command ended with exit code 1",
                FailureText.of(
                                "The command '/bin/sh -c echo No matching distribution found for x && exit 1'"
                                        + " returned a non-zero code: 1",
                                List.of("odd"))
                        .cause());
    }

    @Test
    void theLineThatSaysMostIsShown() {
        assertEquals(
                "error: no flask here",
                FailureText.of(CLASSIC, List.of("begins", "error: no flask here", "  ", "note: bye"))
                        .line());
        assertEquals(
                "the last",
                FailureText.of(CLASSIC, List.of("first", "the last")).line());
    }

    @Test
    void bothBuildersSayThatAFileIsMissing() {
        String missing = "app.py isn’t in the folder, or .dockerignore leaves it out";
        assertEquals(
                missing,
                FailureText.of(
                                "COPY failed: file not found in build context or excluded by .dockerignore: "
                                        + "stat app.py: file does not exist",
                                List.of())
                        .cause());
        assertEquals(
                missing,
                FailureText.of(
                                "failed to compute cache key: failed to calculate checksum of ref abc::def: "
                                        + "\"/app.py\": not found",
                                List.of())
                        .cause());
    }

    @Test
    void aProgramThatTheImageHasntIsNamed() {
        assertEquals(
                "the image has no program pipp",
                FailureText.of("The command returned a non-zero code: 127", List.of("/bin/sh: 1: pipp: not found"))
                        .cause());
    }
}
