package io.quayside.desktop.ui.containers.detail.stopped;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.settings.SettingsStore;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldedCardsTest {
    @TempDir
    private Path folder;

    private static FoldedCards in(SettingsStore store) {
        return new FoldedCards(store::current, store::update);
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%064x", number * 0x9E3779B97F4A7C15L).substring(48) + "0".repeat(48);
    }

    @Test
    void aFoldedCardIsFoldedAfterARestartToo() {
        Path file = folder.resolve("settings.json");
        try (SettingsStore store = SettingsStore.open(file)) {
            in(store).set(id(1), true);
            in(store).set(id(2), true);
            in(store).set(id(1), false);
        }
        try (SettingsStore store = SettingsStore.open(file)) {
            assertFalse(in(store).has(id(1)));
            assertTrue(in(store).has(id(2)));
        }
    }

    @Test
    void onlyTheLatestAreKept() {
        try (SettingsStore store = SettingsStore.open(folder.resolve("settings.json"))) {
            FoldedCards folded = in(store);
            for (int i = 0; i <= FoldedCards.MOST; i++) {
                folded.set(id(i), true);
            }
            assertFalse(folded.has(id(0)));
            assertTrue(folded.has(id(1)));
            assertTrue(folded.has(id(FoldedCards.MOST)));
        }
    }
}
