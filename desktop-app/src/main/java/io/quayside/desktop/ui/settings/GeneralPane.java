package io.quayside.desktop.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import io.quayside.desktop.settings.GeneralSettings;
import io.quayside.desktop.settings.GeneralSettings.Deleting;
import io.quayside.desktop.settings.GeneralSettings.ImageChecks;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.SettingRow;
import io.quayside.desktop.ui.format.Sizes;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;

/// The page General.
final class GeneralPane extends VBox {
    private final SettingsViewModel model;

    GeneralPane(SettingsViewModel model, boolean tray) {
        this.model = model;
        addLogin();
        ToggleSwitch keepRunning = toggle(
                "Keep the engine running when Quayside quits",
                GeneralSettings::keepEngineRunning,
                (general, on) -> general.withKeepEngineRunning(on));
        getChildren()
                .add(new SettingRow(
                        "Keep the engine running when Quayside quits",
                        "Only an engine that Quayside itself started. Off: it stops, and its containers with it.",
                        keepRunning));
        if (tray) {
            ToggleSwitch inTray =
                    toggle(SettingsText.TRAY, GeneralSettings::keepInTray, (general, on) -> general.withKeepInTray(on));
            getChildren()
                    .add(new SettingRow(
                            SettingsText.TRAY,
                            "Closing the window leaves Quayside in the tray. Off: closing the window quits.",
                            inTray));
        }
        Segments<Deleting> deleting = new Segments<>(
                "Deleting",
                List.of(
                        new Segments.Option<>(Deleting.UNDO, "With undo"),
                        new Segments.Option<>(Deleting.ASK, "Ask first")));
        deleting.valueProperty()
                .subscribe(value -> edit(general -> value == null ? general : general.withDeleting(value)));
        model.draftProperty()
                .subscribe(draft -> deleting.valueProperty().set(draft.general().deleting()));
        getChildren()
                .add(new SettingRow(
                        "Deleting what can be made again",
                        "With undo, it is deleted after 5 s in which you can take it back. Whatever can’t be made again is"
                                + " always asked about.",
                        deleting));
        addOutput();
        addImageChecks();
    }

    private void addLogin() {
        ToggleSwitch login = new ToggleSwitch();
        login.setId("general-login");
        login.setAccessibleText(SettingsText.LOGIN);
        login.setDisable(model.whyNoLogin().isPresent());
        model.draftProperty().subscribe(draft -> login.setSelected(draft.startAtLogin()));
        login.selectedProperty().subscribe((before, on) -> model.edit(draft -> draft.withStartAtLogin(on)));
        getChildren()
                .add(new SettingRow(
                        SettingsText.LOGIN,
                        model.whyNoLogin()
                                .map(reason -> reason + ".")
                                .orElse("The window opens, and an engine that Quayside starts is started."),
                        login));
    }

    private void addImageChecks() {
        String title = "Check images for updates";
        Segments<ImageChecks> checks = new Segments<>(
                title,
                List.of(
                        new Segments.Option<>(ImageChecks.OFF, "When asked"),
                        new Segments.Option<>(ImageChecks.DAILY, "Daily")));
        checks.valueProperty().set(model.draft().general().imageChecks());
        checks.valueProperty()
                .subscribe(value -> edit(general -> value == null ? general : general.withImageChecks(value)));
        model.draftProperty()
                .subscribe(draft -> checks.valueProperty().set(draft.general().imageChecks()));
        getChildren()
                .add(new SettingRow(
                        title,
                        "Daily, every registry that images came from is asked once a day what its tags stand for now."
                                + " Nothing is pulled.",
                        checks));
    }

    private void addOutput() {
        String title = "Disk for output";
        Segments<Integer> most = new Segments<>(
                title,
                GeneralSettings.OUTPUT_MEGABYTES.stream()
                        .map(megabytes -> new Segments.Option<>(megabytes, Sizes.of(megabytes * 1_000_000L)))
                        .toList());
        most.valueProperty().set(model.draft().general().outputMegabytes());
        most.valueProperty()
                .subscribe(value -> edit(general -> value == null ? general : general.withOutputMegabytes(value)));
        model.draftProperty()
                .subscribe(draft -> most.valueProperty().set(draft.general().outputMegabytes()));
        getChildren()
                .add(new SettingRow(
                        title,
                        "What the Logs tabs may keep on this computer while Quayside runs. Beyond it the output that was"
                                + " looked at longest ago goes first; the engine’s own logs stay.",
                        most));
    }

    private interface Change {
        GeneralSettings to(GeneralSettings general, boolean on);
    }

    private ToggleSwitch toggle(String name, Function<GeneralSettings, Boolean> read, Change change) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(name);
        model.draftProperty().subscribe(draft -> toggle.setSelected(read.apply(draft.general())));
        toggle.selectedProperty().subscribe(on -> edit(general -> change.to(general, on)));
        return toggle;
    }

    private void edit(UnaryOperator<GeneralSettings> change) {
        model.edit(draft -> draft.withGeneral(change.apply(draft.general())));
    }
}
