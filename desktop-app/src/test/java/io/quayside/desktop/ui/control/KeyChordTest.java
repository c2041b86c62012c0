package io.quayside.desktop.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.ui.control.KeyChord.Modifier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyChordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mod+K",
                "Mod+Shift+P",
                "F5",
                "/",
                "Mod+,",
                "Alt+Left",
                "Mod+Enter",
                "Delete",
                "Shift+F10",
                "Menu",
                "Space",
                "Mod+\\",
                "Mod+1",
                "[",
                "]",
                "Esc",
                "Mod+Alt+7",
                "P"
            })
    void everyKeyOfTheDesignReadsAndWritesTheSame(String text) {
        assertEquals(Optional.of(text), KeyChord.parse(text).map(KeyChord::toString));
    }

    @Test
    void readsAnyCaseAndOrder() {
        assertEquals(
                Optional.of(new KeyChord(EnumSet.of(Modifier.SHIFT, Modifier.MOD), KeyCode.P)),
                KeyChord.parse(" shift+MOD+p "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "Mod+", "Hyper+K", "Mod+Nothing", "K+Mod", "Shift"})
    void refusesWhatIsNoKey(String text) {
        assertEquals(Optional.empty(), KeyChord.parse(text));
    }

    @Test
    void aKeyWithoutModifiersIsShownByItsName() {
        assertEquals("/", new KeyChord(Set.of(), KeyCode.SLASH).display());
        assertEquals("F5", new KeyChord(Set.of(), KeyCode.F5).display());
    }
}
