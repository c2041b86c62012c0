package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.ShellQuote;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What an edit changes: what is there now above what will be, each with its own way back.
final class ChangesPanel extends VBox {
    private final RunViewModel model;
    private final Runnable reload;
    private final VBox live = new VBox();
    private final VBox needsNew = new VBox();
    private final Label rest = new Label();

    /// @param reload shows in the form what the model says
    ChangesPanel(RunViewModel model, Runnable reload) {
        super(12);
        this.model = model;
        this.reload = reload;
        Label title = new Label("Changes");
        title.getStyleClass().add(StyleClasses.STRONG);
        live.getStyleClass().add(FormStyle.CARD);
        live.setId("edit-live");
        needsNew.getStyleClass().add(FormStyle.CARD);
        needsNew.setId("edit-needs-new");
        rest.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        rest.setWrapText(true);
        rest.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, live, needsNew, rest);
        model.specProperty().subscribe(ignored -> show());
        model.editProperty().subscribe(ignored -> show());
    }

    private void show() {
        Optional<ContainerEdit> edit = model.editProperty().get();
        live.getChildren().clear();
        needsNew.getChildren().clear();
        edit.ifPresent(this::show);
        showIfFilled(live);
        showIfFilled(needsNew);
    }

    private void show(ContainerEdit edit) {
        RunSpec before = edit.line();
        RunSpec now = model.specProperty().get();
        Arrays.stream(RunFlag.values())
                .filter(flag -> !before.values(flag).equals(now.values(flag)))
                .forEach(flag -> add(
                        model.isLive(flag) ? live : needsNew,
                        "--" + flag.longName(),
                        before.values(flag).stream()
                                .filter(value -> !now.values(flag).contains(value))
                                .toList(),
                        now.values(flag).stream()
                                .filter(value -> !before.values(flag).contains(value))
                                .toList(),
                        flag == RunFlag.ENV,
                        () -> model.change(flag, spec -> spec.with(flag, before.values(flag)))));
        if (!before.image().equals(now.image())) {
            add(
                    needsNew,
                    "Image",
                    List.of(before.image()),
                    List.of(now.image()),
                    false,
                    () -> model.image(before.image()));
        }
        if (!before.command().equals(now.command())) {
            add(
                    needsNew,
                    "Command",
                    List.of(commandText(before)),
                    List.of(commandText(now)),
                    false,
                    () -> model.command(before.command()));
        }
        String name = SafeText.line(edit.details().name());
        head(live, "Applies while " + name + " runs");
        head(needsNew, "Needs a new container");
        if (live.getChildren().isEmpty() && needsNew.getChildren().isEmpty()) {
            rest.setText("Nothing is changed yet.");
        } else if (needsNew.getChildren().isEmpty()) {
            rest.setText(name + " goes on as it is.");
        } else {
            rest.setText("Volumes, networks and the name stay. Changes in its own files are lost. " + name
                    + " is kept as " + name
                    + "-old: if the new one doesn't start it comes back by itself, and Undo in Tasks"
                    + " brings it back.");
        }
    }

    private static String commandText(RunSpec spec) {
        return spec.command().isEmpty() ? "from the image" : ShellQuote.words(spec.command());
    }

    private static void head(VBox card, String words) {
        if (!card.getChildren().isEmpty()) {
            Label label = new Label(words);
            label.getStyleClass().add(StyleClasses.MEDIUM);
            card.getChildren().addFirst(label);
        }
    }

    private static void showIfFilled(VBox card) {
        card.setVisible(!card.getChildren().isEmpty());
        card.setManaged(!card.getChildren().isEmpty());
    }

    private void add(VBox card, String name, List<String> old, List<String> wanted, boolean secrets, Runnable back) {
        Label title = new Label(name);
        title.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM);
        title.setMinWidth(110);
        VBox values = new VBox(2);
        HBox.setHgrow(values, Priority.ALWAYS);
        old.forEach(value -> values.getChildren().add(value(value, secrets, true)));
        wanted.forEach(value -> values.getChildren().add(value(value, secrets, false)));
        HBox row = new HBox(8, title, values, new IconButton(Icons.UNDO, "Undo the change of " + name, () -> {
            back.run();
            reload.run();
        }));
        row.setAlignment(Pos.TOP_LEFT);
        card.getChildren().add(row);
    }

    private static Label value(String value, boolean secrets, boolean old) {
        String name = value.split("=", 2)[0];
        String text = secrets && SecretText.isSecret(name, value.substring(Math.min(value.length(), name.length() + 1)))
                ? name + "=" + SecretText.DOTS
                : SecretText.isSecretValue(value) ? SecretText.DOTS : value;
        Label label = new Label(SafeText.line(text));
        label.getStyleClass().add(StyleClasses.MONO_CAPTION);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setAccessibleText((old ? "was " : "becomes ") + SafeText.line(text));
        if (old) {
            label.getStyleClass().add(FormStyle.OLD);
        }
        return label;
    }
}
