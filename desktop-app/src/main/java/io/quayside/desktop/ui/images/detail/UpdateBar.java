package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.updates.UpdateState;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Whether the image's registry has another one under its name, and what can be done about it. FX thread.
final class UpdateBar extends HBox {
    private final Label chip = new Label("Update");
    private final Label words = new Label();
    private final ActionButton pull;
    private final ActionButton check;

    /// @param check asks the registry
    /// @param pull goes to where it is pulled
    UpdateBar(Runnable check, Runnable pull) {
        this.check = new ActionButton("Check for update", check).small();
        this.pull = new ActionButton("Pull update…", pull).small().primary();
        setId("image-update");
        getStyleClass().add("update-bar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        chip.getStyleClass().addAll(StyleClasses.CHIP, StyleClasses.CHIP_ACCENT);
        chip.setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        words.setWrapText(true);
        words.setMinWidth(0);
        this.pull.setMinWidth(USE_PREF_SIZE);
        this.check.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(chip, words, this.pull, this.check);
        show(Optional.empty(), new UpdateState.Unknown());
    }

    /// @param reference the name that its registry is asked for, if it can be asked
    void show(Optional<String> reference, UpdateState state) {
        setVisible(reference.isPresent());
        setManaged(reference.isPresent());
        boolean available = state instanceof UpdateState.Available;
        boolean asking = state instanceof UpdateState.Asking;
        chip.setVisible(available);
        chip.setManaged(available);
        pull.setVisible(available);
        pull.setManaged(available);
        check.setUnavailable(asking ? Optional.of("The registry is being asked") : Optional.empty());
        reference.ifPresent(name -> words.setText(words(SafeText.line(name), state)));
        Tip.on(
                words,
                available
                        ? "Containers keep the image that they were made from until they are recreated."
                        : words.getText());
    }

    private static String words(String name, UpdateState state) {
        String host = SafeText.line(RegistryFaults.host(name));
        return switch (state) {
            case UpdateState.Unknown _ -> "Not checked for updates yet.";
            case UpdateState.Asking _ -> "Asking " + host + "…";
            case UpdateState.Current(Instant when) -> "The same as " + host + " has, asked " + at(when) + ".";
            case UpdateState.Available(Instant when) -> host + " has a newer image, asked " + at(when) + ".";
            case UpdateState.Unanswered(String why, Instant when) -> why + " Asked " + at(when) + ".";
        };
    }

    private static String at(Instant when) {
        return Times.full(when);
    }
}
