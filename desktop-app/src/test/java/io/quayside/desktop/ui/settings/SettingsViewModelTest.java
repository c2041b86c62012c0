package io.quayside.desktop.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.login.FakeLoginStart;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.settings.GeneralSettings.Deleting;
import io.quayside.desktop.settings.GeneralSettings.ImageChecks;
import io.quayside.desktop.settings.KeyboardSettings;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.ui.control.KeyChord;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    private final List<ThemeChoice> previewed = new ArrayList<>();
    private final Commands commands = new Commands();
    private SettingsStore store;
    private SettingsViewModel model;
    private KeyboardViewModel keyboard;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SettingsStore.open(folder.resolve("settings.json"));
        model = new SettingsViewModel(
                store, FakeLoginStart.none(), new InlineFxThread(), appearance -> previewed.add(appearance.theme()));
        commands.register(Command.global("palette.open", "Search or run a command", "Mod+K", () -> {}));
        commands.register(Command.global("tasks.open", "Show tasks", "Mod+J", () -> {}));
        commands.register(new Command(
                "containers.restart",
                () -> "Restart",
                Optional.of("containers"),
                Optional.of("Mod+R"),
                Optional::empty,
                () -> {}));
        keyboard = new KeyboardViewModel(commands, model);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void chooseDark() {
        model.edit(draft -> draft.withAppearance(draft.appearance().withTheme(ThemeChoice.DARK)));
    }

    @Test
    void nothingIsKeptBeforeItIsApplied() {
        chooseDark();
        model.edit(draft -> draft.withGeneral(draft.general().withDeleting(Deleting.ASK)));

        assertEquals(Settings.DEFAULT, store.current());
        assertEquals("2 changes.", model.changesText());
        assertTrue(model.isChanged(SettingsSection.APPEARANCE));
        assertFalse(model.isChanged(SettingsSection.KEYBOARD));

        model.apply();
        assertEquals(
                Settings.DEFAULT
                        .withAppearance(AppearanceSettings.DEFAULT.withTheme(ThemeChoice.DARK))
                        .withGeneral(Settings.DEFAULT.general().withDeleting(Deleting.ASK)),
                store.current());
        assertEquals(0, model.changes());
    }

    @Test
    void appearanceShowsAtOnceAndDiscardTakesItBack() {
        chooseDark();
        model.discard();

        assertEquals(List.of(ThemeChoice.DARK, ThemeChoice.SYSTEM), previewed);
        assertEquals(0, model.changes());
    }

    @Test
    void aChangeTakenBackByHandIsNoChange() {
        chooseDark();
        model.edit(draft -> draft.withAppearance(draft.appearance().withTheme(ThemeChoice.SYSTEM)));

        assertEquals(0, model.changes());
    }

    @Test
    void applyingLeavesTheRestOfTheSettingsAlone() {
        chooseDark();
        store.update(settings -> settings.withChoice("containers.group", "none"));
        model.apply();

        assertEquals("none", store.current().choice("containers.group", ""));
    }

    @Test
    void refreshTakesInChangesOfOthersAndKeepsOwnOnes() {
        chooseDark();
        store.update(settings -> settings.withGeneral(settings.general().withKeepInTray(true)));
        model.refresh();

        assertTrue(model.draft().general().keepInTray());
        assertEquals(ThemeChoice.DARK, model.draft().appearance().theme());
        assertEquals("1 change.", model.changesText());
    }

    @Test
    void howOftenImagesAreCheckedIsAChange() {
        model.edit(draft -> draft.withGeneral(draft.general().withImageChecks(ImageChecks.DAILY)));
        assertEquals("1 change.", model.changesText());
    }

    @Test
    void resetIsAChangeToApply() {
        chooseDark();
        model.apply();
        model.reset(SettingsSection.APPEARANCE);

        assertTrue(model.isDefault(SettingsSection.APPEARANCE));
        assertEquals("1 change.", model.changesText());
    }

    @Test
    void everyChangeIsToldIncludingApply() {
        int before = model.revisionProperty().get();
        chooseDark();
        int edited = model.revisionProperty().get();
        model.apply();

        assertTrue(before < edited);
        assertTrue(edited < model.revisionProperty().get());
    }

    @Test
    void recordedKeysReplaceTheDefault() {
        keyboard.record("containers.restart");
        keyboard.recorded(KeyChord.parse("Mod+Shift+R").orElseThrow());

        assertEquals("", keyboard.recordingProperty().get());
        assertEquals(
                KeyboardSettings.DEFAULT.withKeys("containers.restart", "Mod+Shift+R"),
                model.draft().keyboard());
    }

    @Test
    void recordingTheDefaultIsNoChange() {
        keyboard.remove("containers.restart");
        keyboard.record("containers.restart");
        keyboard.recorded(KeyChord.parse("Mod+R").orElseThrow());

        assertEquals(KeyboardSettings.DEFAULT, model.draft().keyboard());
    }

    @Test
    void aConflictIsNamedOnBothCommands() {
        keyboard.record("containers.restart");
        keyboard.recorded(KeyChord.parse("Mod+J").orElseThrow());

        assertEquals(
                List.of(
                        new KeyRow(
                                "palette.open",
                                "Search or run a command",
                                "Everywhere",
                                Optional.of("Mod+K"),
                                false,
                                List.of()),
                        new KeyRow(
                                "tasks.open",
                                "Show tasks",
                                "Everywhere",
                                Optional.of("Mod+J"),
                                false,
                                List.of("Restart")),
                        new KeyRow(
                                "containers.restart",
                                "Restart",
                                "Containers",
                                Optional.of("Mod+J"),
                                true,
                                List.of("Show tasks"))),
                keyboard.rows());
        assertTrue(keyboard.conflict().orElseThrow().contains("“Show tasks”"));

        keyboard.remove("tasks.open");
        assertEquals(Optional.empty(), keyboard.conflict());
    }

    @Test
    void commandsAreFoundByNameAndByKey() {
        keyboard.filterProperty().set("mod+j");
        assertEquals(
                List.of("tasks.open"), keyboard.rows().stream().map(KeyRow::id).toList());

        keyboard.filterProperty().set("search");
        assertEquals(
                List.of("palette.open"),
                keyboard.rows().stream().map(KeyRow::id).toList());
    }
}
