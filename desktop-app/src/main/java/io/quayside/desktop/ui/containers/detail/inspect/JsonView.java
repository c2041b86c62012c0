package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// JSON in lines: a click on a bracket folds, the search unfolds what it finds.
public final class JsonView extends StackPane {
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final double LINE = 20;

    private final ObservableList<JsonTree.Line> shown = FXCollections.observableArrayList();
    private final ListView<JsonTree.Line> list = new ListView<>(shown);
    private final ReadOnlyStringWrapper matches = new ReadOnlyStringWrapper("");
    private final Consumer<String> copy;
    private final Set<String> folded = new HashSet<>();
    private JsonTree tree = new JsonTree(List.of());
    private List<JsonTree.Line> hits = List.of();
    private String query = "";
    private int hit = -1;

    public JsonView(Consumer<String> copy) {
        this.copy = copy;
        getStyleClass().add("json-view");
        list.setId("inspect-json");
        list.setFixedCellSize(LINE);
        list.setAccessibleText("The engine’s answer as JSON");
        list.setCellFactory(ignored -> new Cell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                selected().filter(JsonTree.Line::opens).ifPresent(this::toggle);
            } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                boolean close = event.getCode() == KeyCode.LEFT;
                selected()
                        .filter(line -> line.opens() && folded.contains(line.path()) != close)
                        .ifPresent(this::toggle);
            }
        });
        MenuItem value = item("Copy value", this::copyValue);
        MenuItem path = item("Copy path", this::copyPath);
        list.setContextMenu(new ContextMenu(value, path));
        getChildren().add(list);
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// "2 of 4", "No match", or nothing without a search.
    public ReadOnlyStringProperty matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /// Shows another answer; what was folded stays folded.
    public void show(JsonTree next) {
        if (next.equals(tree)) {
            return;
        }
        tree = next;
        arrange();
        look();
    }

    void focus() {
        list.requestFocus();
    }

    /// Marks lines that have this in their name or value, and goes to the first.
    public void search(String text) {
        query = text.strip().toLowerCase(Locale.ROOT);
        hit = -1;
        look();
        move(1);
    }

    /// To the next or previous match.
    public void move(int by) {
        if (hits.isEmpty()) {
            count();
            return;
        }
        hit = Math.floorMod(hit < 0 && by < 0 ? hit : hit + by, hits.size());
        JsonTree.Line line = hits.get(hit);
        if (unfold(line)) {
            arrange();
        }
        int index = shown.indexOf(line);
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 5));
        count();
        list.refresh();
    }

    /// Copies the value of the selected line. Returns whether there is one.
    public boolean copyValue() {
        selected().ifPresent(line -> copy.accept(line.copied()));
        return selected().isPresent();
    }

    /// Copies where the selected line is.
    public void copyPath() {
        selected().ifPresent(line -> copy.accept(line.path()));
    }

    private java.util.Optional<JsonTree.Line> selected() {
        return java.util.Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void look() {
        hits = query.isEmpty()
                ? List.of()
                : tree.lines().stream().filter(line -> line.has(query)).toList();
        hit = Math.min(hit, hits.size() - 1);
        count();
        list.refresh();
    }

    private void count() {
        if (query.isEmpty()) {
            matches.set("");
        } else {
            matches.set(hits.isEmpty() ? "No match" : (hit + 1) + " of " + hits.size());
        }
    }

    private boolean unfold(JsonTree.Line line) {
        return folded.removeIf(path -> !path.equals(line.path()) && isBelow(line.path(), path));
    }

    private static boolean isBelow(String path, String parent) {
        return parent.equals(".")
                || (path.startsWith(parent)
                        && path.length() > parent.length()
                        && (path.charAt(parent.length()) == '.' || path.charAt(parent.length()) == '['));
    }

    private void toggle(JsonTree.Line line) {
        if (!folded.remove(line.path())) {
            folded.add(line.path());
        }
        arrange();
        list.getSelectionModel().clearAndSelect(shown.indexOf(line));
    }

    private void arrange() {
        List<JsonTree.Line> next = new ArrayList<>(tree.lines().size());
        for (int i = 0; i < tree.lines().size(); i++) {
            JsonTree.Line line = tree.lines().get(i);
            next.add(line);
            if (line.opens() && folded.contains(line.path())) {
                i = line.end();
            }
        }
        shown.setAll(next);
    }

    private final class Cell extends ListCell<JsonTree.Line> {
        private final Text arrow = text("arrow");
        private final Text key = text("key");
        private final Text value = text("value");
        private final Text rest = text("rest");
        private final TextFlow flow = new TextFlow(arrow, key, value, rest);

        Cell() {
            flow.getStyleClass().add(StyleClasses.LOG);
            setOnMouseClicked(event -> {
                JsonTree.Line line = getItem();
                boolean fold =
                        event.getX() < 24 + 14.4 * (line == null ? 0 : line.depth() + 1) || event.getClickCount() == 2;
                if (line != null && line.opens() && event.getButton() == MouseButton.PRIMARY && fold) {
                    toggle(line);
                }
            });
        }

        private static Text text(String style) {
            Text text = new Text();
            text.getStyleClass().add(style);
            return text;
        }

        @Override
        protected void updateItem(JsonTree.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(HIT, !empty && line != null && !query.isEmpty() && line.has(query));
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            boolean closed = line.opens() && folded.contains(line.path());
            arrow.setText("  ".repeat(line.depth()) + (line.opens() ? (closed ? "▸ " : "▾ ") : "  "));
            key.setText(line.key().isEmpty() ? "" : line.key() + ": ");
            value.setText(closed ? (line.value().equals("{") ? "{…}" : "[…]") : line.value());
            value.getStyleClass().setAll(line.kind().name().toLowerCase(Locale.ROOT));
            rest.setText(closed ? "  " + line.node().size() : line.comma() ? "," : "");
            setGraphic(flow);
        }
    }
}
