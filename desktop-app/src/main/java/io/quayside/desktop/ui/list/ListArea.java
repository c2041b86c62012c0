package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table, or what stands in its place while there are no rows. The engine's answer is waited for under the table's
/// head, which is then there when the answer comes. FX thread.
public final class ListArea extends StackPane {
    private final ReadOnlyObjectProperty<ListState> state;
    private final Region table;
    private final Consumer<@Nullable Node> placeholder;
    private final String what;
    private final Supplier<Node> empty;
    private StringProperty filterText = new SimpleStringProperty("");
    private Supplier<Optional<Node>> nothingChosen = Optional::empty;
    private Node[] whenSlow = {};

    /// @param what one of the things: "container"; an s makes it several
    /// @param empty what stands there when there are none at all
    public ListArea(ReadOnlyObjectProperty<ListState> state, TableView<?> table, String what, Supplier<Node> empty) {
        this(state, table, table::setPlaceholder, what, empty);
    }

    /// The same for a tree.
    public ListArea(
            ReadOnlyObjectProperty<ListState> state, TreeTableView<?> table, String what, Supplier<Node> empty) {
        this(state, table, table::setPlaceholder, what, empty);
    }

    private ListArea(
            ReadOnlyObjectProperty<ListState> state,
            Region table,
            Consumer<@Nullable Node> placeholder,
            String what,
            Supplier<Node> empty) {
        this.state = state;
        this.table = table;
        this.placeholder = placeholder;
        this.what = what;
        this.empty = empty;
        setMinHeight(80);
        state.subscribe(this::show);
    }

    /// The text that rows have to match.
    public ListArea filter(StringProperty text) {
        filterText = text;
        text.subscribe((before, now) -> again());
        return this;
    }

    /// The choices above the list, of which the first lets all through.
    public <S extends Enum<S> & ListSegment> ListArea segments(ObjectProperty<S> segment) {
        S all = segment.get().getDeclaringClass().getEnumConstants()[0];
        nothingChosen = () -> segment.get() == all || !filterText.get().isBlank()
                ? Optional.empty()
                : Optional.of(
                        new EmptyState(segment.get().none(), "", new ActionButton("Show all", () -> segment.set(all))));
        segment.subscribe((before, now) -> again());
        return this;
    }

    /// What can be pressed when the engine is slow to answer.
    public ListArea whenSlow(ActionButton button) {
        whenSlow = new Node[] {button};
        return this;
    }

    private void again() {
        if (state.get() == ListState.NO_HITS) {
            show(ListState.NO_HITS);
        }
    }

    private void show(ListState now) {
        switch (now) {
            case WAITING -> getChildren().clear();
            case LOADING -> showTable(reading("Reading " + what + "s…"));
            case SLOW -> showTable(reading("The engine is slow to answer (5 s). Still waiting.", whenSlow));
            case EMPTY -> getChildren().setAll(empty.get());
            case NO_HITS -> getChildren().setAll(nothingChosen.get().orElseGet(this::noMatch));
            case ROWS -> showTable(new Region());
        }
    }

    private void showTable(Node insteadOfRows) {
        placeholder.accept(insteadOfRows);
        if (!getChildren().equals(List.of(table))) {
            getChildren().setAll(table);
        }
    }

    private static Node reading(String text, Node... more) {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add("read-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MUTED);
        HBox line = new HBox(12, label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("read-line");
        line.getChildren().addAll(more);
        return new VBox(bar, line);
    }

    private Node noMatch() {
        ActionButton clear = new ActionButton("Clear filter", () -> filterText.set(""));
        return new EmptyState(
                "No " + what + " matches “" + SafeText.line(filterText.get().strip()) + "”.", "", clear);
    }
}
