package io.quayside.desktop.ui.settings;

import io.quayside.desktop.settings.KeyboardSettings;
import io.quayside.desktop.ui.control.KeyChord;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The table of keys: every command there is, filtered, with its keys in the draft. FX thread.
final class KeyboardViewModel {
    private final Commands commands;
    private final SettingsViewModel settings;
    private final KeyBindings bindings;
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper recording = new ReadOnlyStringWrapper("");

    KeyboardViewModel(Commands commands, SettingsViewModel settings) {
        this.commands = commands;
        this.settings = settings;
        this.bindings = new KeyBindings(commands, () -> settings.draft().keyboard());
        filter.subscribe(this::refresh);
        settings.draftProperty().subscribe(ignored -> refresh());
    }

    ObservableList<KeyRow> rows() {
        return rows;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /// The id of the command whose new keys are awaited; empty while none is.
    ReadOnlyStringProperty recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /// Reads the commands again: they come and go with pages.
    void refresh() {
        List<KeyBindings.Conflict> conflicts = bindings.conflicts();
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<KeyRow> next = commands.all().stream()
                .map(command -> row(command, conflicts))
                .filter(row -> matches(row, wanted))
                .toList();
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
    }

    private KeyRow row(Command command, List<KeyBindings.Conflict> conflicts) {
        List<String> others = new ArrayList<>();
        for (KeyBindings.Conflict conflict : conflicts) {
            if (conflict.first().id().equals(command.id())) {
                others.add(conflict.second().title().get());
            } else if (conflict.second().id().equals(command.id())) {
                others.add(conflict.first().title().get());
            }
        }
        KeyboardSettings keyboard = settings.draft().keyboard();
        return new KeyRow(
                command.id(),
                command.title().get(),
                command.scope().map(KeyboardViewModel::capitalised).orElse("Everywhere"),
                keyboard.keysOf(command.id(), command.defaultKeys()),
                keyboard.keys().containsKey(command.id()),
                others);
    }

    private static String capitalised(String page) {
        return page.isEmpty() ? page : Character.toUpperCase(page.charAt(0)) + page.substring(1);
    }

    private static boolean matches(KeyRow row, String wanted) {
        String shown =
                row.keys().flatMap(KeyChord::parse).map(KeyChord::display).orElse("");
        return wanted.isEmpty()
                || row.title().toLowerCase(Locale.ROOT).contains(wanted)
                || row.scope().toLowerCase(Locale.ROOT).contains(wanted)
                || row.keys().orElse("").toLowerCase(Locale.ROOT).contains(wanted)
                || shown.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// The next key press is for this command.
    void record(String commandId) {
        recording.set(commandId);
    }

    void cancelRecording() {
        recording.set("");
    }

    /// Ends the recording with these keys.
    void recorded(KeyChord chord) {
        String id = recording.get();
        recording.set("");
        if (!id.isEmpty()) {
            setKeys(id, Optional.of(chord.toString()));
        }
    }

    /// Takes the keys of a command away.
    void remove(String commandId) {
        setKeys(commandId, Optional.empty());
    }

    /// Back to the default of one command.
    void reset(String commandId) {
        settings.edit(draft -> draft.withKeyboard(draft.keyboard().withDefault(commandId)));
    }

    private void setKeys(String commandId, Optional<String> keys) {
        Optional<String> defaults = commands.find(commandId).flatMap(Command::defaultKeys);
        settings.edit(draft -> draft.withKeyboard(
                keys.equals(defaults)
                        ? draft.keyboard().withDefault(commandId)
                        : draft.keyboard().withKeys(commandId, keys.orElse(""))));
    }

    /// The first conflict that a change of the user is part of.
    Optional<String> conflict() {
        return bindings.conflicts().stream()
                .filter(conflict -> isChanged(conflict.first()) || isChanged(conflict.second()))
                .findFirst()
                .map(conflict -> conflict.chord().display() + " would mean both “"
                        + conflict.first().title().get() + "” and “"
                        + conflict.second().title().get() + "”.");
    }

    private boolean isChanged(Command command) {
        return settings.draft().keyboard().keys().containsKey(command.id());
    }
}
