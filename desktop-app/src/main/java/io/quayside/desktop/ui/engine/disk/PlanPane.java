package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.engine.disk.DiskMeasure.Measured;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The checklist of what can go, and the buttons that carry it out: of the card on the page Engine and of the Disk
/// doctor, which place them.
final class PlanPane extends ViewLifecycle {
    private final DiskViewModel model;
    private final String idle;
    private final VBox rows = new VBox();
    private final Label words = new Label();
    private final ActionButton free;
    private final ActionButton shrink;
    private final Set<DiskItem.Kind> open = EnumSet.noneOf(DiskItem.Kind.class);
    private boolean connected;
    private Runnable whileChecked = () -> {};

    /// @param idle what it says while there is nothing else to say
    /// @param question shows a question, and does what it is about when the answer is yes
    PlanPane(DiskViewModel model, String idle, BiConsumer<Confirmation, Runnable> question) {
        this.model = model;
        this.idle = idle;
        free = new ActionButton("Free", () -> question.accept(model.question(), model::free)).primary();
        free.setId("disk-free");
        free.setMinWidth(Region.USE_PREF_SIZE);
        shrink = new ActionButton(
                "Shrink disk file…",
                () -> model.shrinkQuestion().ifPresent(asked -> question.accept(asked, model::shrink)));
        shrink.setId("disk-shrink");
        shrink.setMinWidth(Region.USE_PREF_SIZE);
        words.setId("disk-result");
        words.setWrapText(true);
        words.getStyleClass().add(StyleClasses.MUTED);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
    }

    /// One row for each kind.
    VBox rows() {
        return rows;
    }

    /// What comes of it, or came of it.
    Label words() {
        return words;
    }

    ActionButton free() {
        return free;
    }

    /// Not there for an engine in no machine.
    ActionButton shrinkButton() {
        return shrink;
    }

    /// "4 of 6 checked"
    String count() {
        int all = model.measuredProperty()
                .get()
                .map(now -> now.plan().items().size())
                .orElse(0);
        return all == 0 ? "" : model.chosen().size() + " of " + all + " checked";
    }

    @Override
    protected void onShown() {
        connected = model.isConnected();
        whileShown(model.onConnected(now -> {
            connected = now;
            refreshWords();
        }));
        whileShown(model.measuredProperty(), ignored -> refresh());
        whileShown(model.checkedProperty(), ignored -> refreshWords());
        whileShown(model.resultProperty(), ignored -> refreshWords());
        whileShown(model.busyProperty(), ignored -> refreshWords());
    }

    /// What stopped containers have printed isn't cut when they go as a whole.
    private boolean goWithContainers() {
        return model.chosen().stream().anyMatch(item -> item.kind() == DiskItem.Kind.CONTAINERS);
    }

    private void refresh() {
        whileChecked = () -> {};
        rows.getChildren().clear();
        model.measuredProperty()
                .get()
                .ifPresent(now ->
                        now.plan().items().forEach(item -> rows.getChildren().addAll(row(item))));
        refreshWords();
    }

    private List<Node> row(DiskItem item) {
        boolean none = item.parts().isEmpty();
        CheckBox box = new CheckBox();
        box.setAccessibleText(item.title() + ", " + item.consequence() + ", " + Sizes.spoken(item.bytes()));
        box.setId("disk-" + item.kind().name().toLowerCase(Locale.ROOT));
        box.setDisable(none);
        box.setSelected(!none && model.checkedProperty().get().contains(item.kind()));
        box.selectedProperty().subscribe((before, on) -> model.check(item.kind(), on));
        Label title = new Label(item.title());
        title.getStyleClass().add(StyleClasses.MEDIUM);
        Label consequence = new Label(item.consequence());
        consequence.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Tip.on(consequence, item.consequence());
        VBox text = new VBox(1, title, consequence);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label size = new Label(none ? "–" : Sizes.of(item.bytes()));
        size.getStyleClass().add(StyleClasses.MEDIUM);
        size.setMinWidth(Region.USE_PREF_SIZE);
        boolean unfolded = open.contains(item.kind());
        IconButton unfold = new IconButton(
                unfolded ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT,
                (unfolded ? "Hide what goes of: " : "Show what goes of: ") + item.title(),
                () -> toggle(item.kind()));
        unfold.setId("disk-unfold-" + item.kind().name().toLowerCase(Locale.ROOT));
        unfold.setUnavailable(none ? Optional.of("There is nothing") : Optional.empty());
        if (item.kind() == DiskItem.Kind.LOGS) {
            whileChecked = () -> {
                boolean gone = goWithContainers();
                box.setDisable(none || gone);
                consequence.setText(gone ? "Go with the stopped containers" : item.consequence());
            };
        }
        HBox line = new HBox(8, box, text, size, unfold);
        line.getStyleClass().add("disk-row");
        return unfolded && !none ? List.of(line, parts(item)) : List.of(line);
    }

    private static Node parts(DiskItem item) {
        VBox list = new VBox();
        list.getStyleClass().add("disk-parts");
        for (DiskItem.Part part : item.parts()) {
            Label name = new Label(part.name().isEmpty() ? part.key() : part.name());
            name.setMinWidth(0);
            Label size = new Label(Sizes.of(part.bytes()));
            size.getStyleClass().add(StyleClasses.MUTED);
            size.setMinWidth(Region.USE_PREF_SIZE);
            Gap gap = new Gap();
            list.getChildren().add(new HBox(8, name, gap, size));
        }
        return list;
    }

    /// The focus stays on the button that was pressed.
    private void toggle(DiskItem.Kind kind) {
        if (!open.remove(kind)) {
            open.add(kind);
        }
        refresh();
        Node button = rows.lookup("#disk-unfold-" + kind.name().toLowerCase(Locale.ROOT));
        if (button != null) {
            button.requestFocus();
        }
    }

    private void refreshWords() {
        whileChecked.run();
        boolean known = model.measuredProperty().get().isPresent();
        boolean busy = model.busyProperty().get();
        words.setText(said(busy));
        List<DiskItem> chosen = model.chosen();
        boolean nothing = chosen.stream().noneMatch(DiskItem::isWorthwhile);
        free.setText(nothing ? "Free space…" : DiskQuestions.act(chosen) + "…");
        Optional<String> under = busy
                ? Optional.of("It is under way")
                : connected ? Optional.empty() : Optional.of("The engine isn’t connected");
        free.setUnavailable(under.or(() -> nothing ? Optional.of(whyNothing(known, chosen)) : Optional.empty()));
        boolean machine =
                model.measuredProperty().get().flatMap(Measured::machine).isPresent();
        shrink.setVisible(machine);
        shrink.setManaged(machine);
        shrink.setUnavailable(under);
    }

    private static String whyNothing(boolean known, List<DiskItem> chosen) {
        return !known
                ? "It is being measured"
                : chosen.isEmpty() ? "Nothing is checked" : "What is checked takes no space";
    }

    private String said(boolean busy) {
        String done = model.resultProperty().get();
        if (busy) {
            return "Tasks shows how far it is.";
        }
        long back = model.chosenBack();
        return !done.isEmpty() ? done : back > 0 ? "About " + Sizes.of(back) + " back on this computer" : idle;
    }
}
