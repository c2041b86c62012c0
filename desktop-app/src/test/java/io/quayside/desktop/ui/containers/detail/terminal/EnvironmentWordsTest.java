package io.quayside.desktop.ui.containers.detail.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentWordsTest {
    @Test
    void wordsAreReadAsAShellReadsThem() {
        assertEquals(
                Optional.of(List.of("A=1", "B=two words", "C=it's", "D=", "E=$A=x")),
                EnvironmentWords.parse("  A=1 B='two words'\tC=\"it's\" D='' E=$A=x "));
        assertEquals(Optional.of(List.of()), EnvironmentWords.parse(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME", "=value", "A=1 B", "A='no end", "''"})
    void whatIsNoVariableIsRefused(String text) {
        assertEquals(Optional.empty(), EnvironmentWords.parse(text));
    }
}
