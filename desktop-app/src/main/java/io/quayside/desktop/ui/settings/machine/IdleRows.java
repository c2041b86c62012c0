package io.quayside.desktop.ui.settings.machine;

import atlantafx.base.controls.ToggleSwitch;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.SettingRow;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Sleep;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.model.IdleSettings;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What the machine does while nothing runs in it.
final class IdleRows extends VBox {
    private static final String GIVE_BACK = "Give memory back to this computer";
    private static final String PAUSE = "Pause the VM";
    private static final String MEANING =
            "Memory that only holds copies of files goes back while no container runs. Takes no time from containers.";
    private static final String CANT_PAUSE = "The hypervisor of this VM can’t pause it.";
    private static final List<Integer> MINUTES = List.of(5, 10, 30, 60);
    private static final int USUAL_MINUTES = 10;

    private final ToggleSwitch giveBack = new ToggleSwitch();
    private final ToggleSwitch pause = new ToggleSwitch();
    private final ComboBox<Integer> minutes = new ComboBox<>();
    private final ActionButton now;
    private final SettingRow memory;
    private final SettingRow pausing;
    private final Consumer<IdleSettings> choose;
    private final boolean running;
    private final Sleep sleep;
    private boolean loading;

    /// @param choose what the user wants
    /// @param giveBackNow gives memory back at once
    IdleRows(Facts facts, Consumer<IdleSettings> choose, Runnable giveBackNow) {
        this.choose = choose;
        running = facts.running();
        sleep = facts.sleep();
        now = new ActionButton("Give back now", giveBackNow).small();
        now.setId("resources-give-back-now");
        giveBack.setId("resources-give-back");
        giveBack.setAccessibleText(GIVE_BACK);
        pause.setId("resources-pause");
        pause.setAccessibleText(PAUSE);
        minutes.setId("resources-pause-minutes");
        minutes.getStyleClass().add(StyleClasses.SMALL);
        minutes.setAccessibleText("Minutes without a running container after which the VM pauses");
        TreeSet<Integer> all = new TreeSet<>(MINUTES);
        if (facts.applied().idle().pauses()) {
            all.add(facts.applied().idle().pauseAfterMinutes());
        }
        minutes.getItems().setAll(all);
        minutes.setConverter(new Minutes());
        HBox memoryControls = new HBox(12, now, giveBack);
        HBox pauseControls = new HBox(12, minutes, pause);
        for (HBox controls : List.of(memoryControls, pauseControls)) {
            controls.setAlignment(Pos.CENTER_RIGHT);
            controls.setMinWidth(USE_PREF_SIZE);
            controls.getStyleClass().add("setting-controls");
        }
        memory = new SettingRow(GIVE_BACK, MEANING, memoryControls);
        pausing = new SettingRow(PAUSE, "", pauseControls);
        getChildren().addAll(MachinePane.sectionTitle("When nothing runs"), memory, pausing);
        giveBack.selectedProperty().subscribe((before, on) -> changed());
        pause.selectedProperty().subscribe((before, on) -> changed());
        minutes.valueProperty().subscribe((before, on) -> changed());
    }

    /// @param returned what went back last, if anything
    /// @param busy why nothing can be done now
    void show(IdleSettings wanted, String returned, Optional<String> busy) {
        loading = true;
        giveBack.setSelected(wanted.giveMemoryBack());
        pause.setSelected(wanted.pauses());
        if (wanted.pauses()) {
            minutes.setValue(wanted.pauseAfterMinutes());
        } else if (minutes.getValue() == null) {
            minutes.setValue(USUAL_MINUTES);
        }
        loading = false;
        memory.say(returned.isEmpty() ? MEANING : returned);
        boolean possible = sleep != Sleep.IMPOSSIBLE;
        // What is on stays possible to turn off.
        pause.setDisable(!possible && !wanted.pauses());
        minutes.setDisable(!possible);
        pausing.say(possible ? (sleep == Sleep.ASLEEP ? "It sleeps now. " : "") + pauseText() : CANT_PAUSE);
        now.setUnavailable(busy.or(() -> running ? Optional.empty() : Optional.of("The VM doesn’t run")));
    }

    private String pauseText() {
        return "After "
                + minutes.getConverter().toString(minutes.getValue())
                + " without a running container. The next command wakes it.";
    }

    private void changed() {
        if (!loading) {
            Integer chosen = minutes.getValue();
            int after = chosen == null ? USUAL_MINUTES : chosen;
            choose.accept(new IdleSettings(pause.isSelected() ? after : 0, giveBack.isSelected()));
        }
    }

    private static final class Minutes extends StringConverter<Integer> {
        @Override
        public String toString(Integer number) {
            return number == null ? "" : number + " min";
        }

        @Override
        public Integer fromString(String text) {
            return Integer.valueOf(text.replace(" min", ""));
        }
    }
}
