package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What can be done with all checked rows. Takes the place of the filter bar while there are any, see [ListBars]. FX
/// thread.
///
/// @param <R> a row
public final class BulkBar<R extends ListRow<?>> extends HBox {
    private final RowSelection<R> selection;
    private final Label count = new Label();
    private final List<Runnable> updates = new ArrayList<>();

    /// @param rows when these change, what is possible may
    public BulkBar(RowSelection<R> selection, ObservableValue<?> rows) {
        this.selection = selection;
        getStyleClass().add(StyleClasses.BULK_BAR);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(USE_PREF_SIZE);
        Label hint = new Label("Space toggles, Esc clears");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        IconButton close = new IconButton(Icons.CLOSE, Icons.SMALL, "Clear the selection", selection::clear);
        getChildren().addAll(count, hint, gap, close);
        selection.checkedCountProperty().subscribe(ignored -> update());
        rows.subscribe(ignored -> update());
    }

    /// Adds a button at the right of those that are there.
    ///
    /// @param unavailable why nothing can be done with these now
    public BulkBar<R> action(
            String title, Icons icon, Consumer<List<R>> action, Function<List<R>, Optional<String>> unavailable) {
        add(new ActionButton(title, icon, () -> action.accept(selection.targets())), unavailable);
        return this;
    }

    /// The same for what destroys something.
    public BulkBar<R> danger(
            String title, Icons icon, Consumer<List<R>> action, Function<List<R>, Optional<String>> unavailable) {
        add(new ActionButton(title, icon, () -> action.accept(selection.targets())).danger(), unavailable);
        return this;
    }

    private void add(ActionButton button, Function<List<R>, Optional<String>> unavailable) {
        button.small().setMinWidth(USE_PREF_SIZE);
        getChildren().add(getChildren().size() - 1, button);
        Runnable update = () -> button.setUnavailable(unavailable.apply(selection.targets()));
        updates.add(update);
        update.run();
    }

    private void update() {
        count.setText(selection.checkedCountProperty().get() + " selected");
        updates.forEach(Runnable::run);
    }
}
