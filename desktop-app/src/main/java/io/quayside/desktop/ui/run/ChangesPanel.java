package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeOrigin;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What an edit changes: what is there now above what will be, each with its own way back, and what becomes of the
/// rest.
final class ChangesPanel extends VBox {
    private final RunViewModel model;
    private final Runnable reload;
    private final Consumer<String> copy;
    private final Consumer<String> openFiles;
    private final Label count = new Label();
    private final ActionButton reset;
    private final VBox live = new VBox();
    private final VBox needsNew = new VBox();
    private final VBox rest = new VBox(10);

    /// @param reload shows in the form what the model says
    /// @param copy puts a text on the clipboard
    /// @param openFiles opens the files of the container with this id
    ChangesPanel(RunViewModel model, Runnable reload, Consumer<String> copy, Consumer<String> openFiles) {
        super(12);
        this.model = model;
        this.reload = reload;
        this.copy = copy;
        this.openFiles = openFiles;
        Label title = new Label("Changes");
        title.getStyleClass().add(StyleClasses.STRONG);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        reset = new ActionButton("Reset all", () -> {
                    model.reset();
                    reload.run();
                })
                .ghost()
                .small();
        reset.getStyleClass().add(StyleClasses.LINK);
        reset.setId("edit-reset");
        Gap gap = new Gap();
        HBox head = new HBox(8, title, count, gap, reset);
        head.setAlignment(Pos.CENTER_LEFT);
        live.getStyleClass().add(FormStyle.CHANGES);
        live.setId("edit-live");
        needsNew.getStyleClass().add(FormStyle.CHANGES);
        needsNew.setId("edit-needs-new");
        rest.setId("edit-rest");
        getChildren().addAll(head, live, needsNew, rest);
        model.specProperty().subscribe(ignored -> show());
        model.editProperty().subscribe(ignored -> show());
        model.lostProperty().subscribe(ignored -> show());
        model.composeProperty().subscribe(ignored -> show());
    }

    private void show() {
        Optional<ContainerEdit> edit = model.editProperty().get();
        List<SpecChange> all = model.changes();
        List<SpecChange> now = all.stream().filter(model::isLive).toList();
        List<SpecChange> later = all.stream().filter(one -> !model.isLive(one)).toList();
        String name = edit.map(one -> SafeText.line(one.details().name())).orElse("");
        count.setText(all.isEmpty() ? "None yet" : all.size() + ", old above new");
        reset.setVisible(!all.isEmpty());
        boolean leaves =
                model.change().filter(ContainerEdit.Change::leavesNetworks).isPresent();
        fill(
                live,
                Icons.STATS,
                "Applies while " + name + " runs",
                number(now.size()) + (leaves ? ", connections over a network that it leaves end" : ", no interruption"),
                now);
        fill(
                needsNew,
                Icons.RESTART,
                "Needs a new container",
                number(later.size()) + ", " + name + " is away meanwhile",
                later);
        rest.getChildren().clear();
        if (!all.isEmpty()) {
            edit.ifPresent(one -> rest(one, name, !later.isEmpty()));
        }
    }

    private static String number(int count) {
        return count == 1 ? "1 change" : count + " changes";
    }

    private void fill(VBox card, Icons icon, String title, String sub, List<SpecChange> changes) {
        card.setVisible(!changes.isEmpty());
        card.setManaged(!changes.isEmpty());
        card.getChildren().clear();
        if (changes.isEmpty()) {
            return;
        }
        Label first = new Label(title);
        first.getStyleClass().add(StyleClasses.MEDIUM);
        Label second = new Label(sub);
        second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        second.setWrapText(true);
        second.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(first, second);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(10, icon.node(Icons.SMALL), words);
        head.getStyleClass().add("change");
        head.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(head);
        changes.forEach(one -> card.getChildren().add(row(one)));
    }

    private Node row(SpecChange one) {
        Label title = new Label(SafeText.line(one.title()));
        title.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM);
        title.setMinWidth(96);
        title.setPrefWidth(96);
        title.setWrapText(true);
        VBox values = new VBox(2, value(one, one.before(), true), value(one, one.now(), false));
        model.editProperty()
                .get()
                .filter(edit -> !model.isLive(one))
                .flatMap(edit -> NetworkWords.whyNew(edit, model.specProperty().get(), one))
                .ifPresent(why -> values.getChildren().add(reason(why)));
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox row = new HBox(
                8, title, values, new IconButton(Icons.UNDO, "Undo the change of " + SafeText.line(one.title()), () -> {
                    model.undo(one);
                    reload.run();
                }));
        row.getStyleClass().add("change");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label reason(String why) {
        Label label = new Label(why);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label value(SpecChange one, Optional<String> side, boolean old) {
        String text = SpecWords.shown(one, side);
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MONO_CAPTION);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setAccessibleText((old ? "was " : "becomes ") + text);
        if (side.isEmpty()) {
            label.getStyleClass().add(StyleClasses.MUTED);
        } else if (old) {
            label.getStyleClass().add(FormStyle.OLD);
        }
        return label;
    }

    private void rest(ContainerEdit edit, String name, boolean replaces) {
        Label title = new Label("What happens to the rest");
        title.getStyleClass().add(StyleClasses.STRONG);
        rest.getChildren().add(title);
        if (!replaces) {
            line(Icons.CHECK, StyleClasses.TEXT_SUCCESS, name + " goes on as it is", null);
        } else {
            line(Icons.CHECK, StyleClasses.TEXT_SUCCESS, "Volumes, networks and what isn't changed here stay", null);
            OptionalInt lost = model.lostProperty().get();
            if (lost.isPresent() && lost.getAsInt() > 0) {
                int files = lost.getAsInt();
                line(
                        Icons.WARNING,
                        StyleClasses.TEXT_WARNING,
                        (files == 1 ? "1 file" : files + " files") + " changed inside " + name
                                + (files == 1 ? " is lost." : " are lost."),
                        link("Show them", () -> openFiles.accept(edit.details().id())));
            } else if (lost.isPresent()) {
                line(Icons.CHECK, StyleClasses.TEXT_SUCCESS, "No file was changed inside " + name, null);
            }
            line(
                    Icons.UNDO,
                    StyleClasses.MUTED,
                    name + " is kept as " + name
                            + "-old. If the new one doesn’t start, it comes back by itself. "
                            + KeptContainers.words(edit.details().labels(), name + "-old"),
                    null);
        }
        ComposeOrigin.of(edit.details().labels()).ifPresent(origin -> compose(origin, name, replaces));
    }

    private void compose(ComposeOrigin origin, String name, boolean replaces) {
        List<SpecChange> changes = model.changes();
        RunSpec wanted = model.specProperty().get();
        ComposeLine said = ComposeLine.of(origin, name, model.composeProperty().get(), changes, wanted, replaces);
        said.moved().ifPresent(words -> line(Icons.WARNING, StyleClasses.TEXT_WARNING, words, null));
        if (said.agrees()) {
            line(Icons.CHECK, StyleClasses.TEXT_SUCCESS, said.words(), null);
        } else {
            line(
                    Icons.INFO,
                    StyleClasses.MUTED,
                    said.words(),
                    link("Copy for the file", () -> copy.accept(ComposeLine.forTheFile(origin, changes, wanted))));
        }
    }

    private static Hyperlink link(String text, Runnable act) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add(StyleClasses.META);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            act.run();
        });
        return link;
    }

    private void line(Icons icon, String style, String words, @org.jspecify.annotations.Nullable Hyperlink link) {
        Node sign = icon.node(Icons.SMALL);
        sign.getStyleClass().add(style);
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.META);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        VBox text = new VBox(label);
        if (link != null) {
            text.getChildren().add(link);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        rest.getChildren().add(new HBox(8, sign, text));
    }
}
