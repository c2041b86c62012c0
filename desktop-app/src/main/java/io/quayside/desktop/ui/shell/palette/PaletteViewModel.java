package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.shell.palette.PaletteRow.Act;
import io.quayside.desktop.ui.shell.palette.PaletteRow.Found;
import io.quayside.desktop.ui.shell.palette.PaletteRow.Heading;
import io.quayside.desktop.ui.shell.palette.PaletteRow.Nothing;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The palette without its nodes: what is typed, what is listed, what is selected. FX thread.
public final class PaletteViewModel implements AutoCloseable {
    private final PaletteSearch search;
    private final PaletteUsage usage;
    private final Runnable dismiss;
    private final List<PaletteScope> scopes;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<PaletteScope> chosen =
            new ReadOnlyObjectWrapper<>(this, "scope", PaletteScope.EVERYTHING);
    private final ReadOnlyObjectWrapper<PaletteScope> scope =
            new ReadOnlyObjectWrapper<>(this, "scope", PaletteScope.EVERYTHING);
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
    private Optional<PaletteEntry> actionsOf = Optional.empty();
    private boolean open;
    /// The next result answers another question than the rows shown, so its first hit is selected.
    private boolean fresh;

    /// @param dismiss closes the palette; runs before an action does
    public PaletteViewModel(FxThread fx, List<PaletteSource> sources, PaletteUsage usage, Runnable dismiss) {
        this.search = new PaletteSearch(fx, new PaletteRanking(sources));
        this.usage = usage;
        this.dismiss = dismiss;
        Set<PaletteScope> there = EnumSet.of(PaletteScope.EVERYTHING);
        sources.forEach(source -> there.add(source.scope()));
        this.scopes = List.copyOf(there);
        text.subscribe((before, now) -> {
            actionsOf = Optional.empty();
            searchAnew();
        });
    }

    /// What is in the field.
    public StringProperty textProperty() {
        return text;
    }

    /// Where it looks now: the scope of the first character, else the one that Tab chose.
    public ReadOnlyObjectProperty<PaletteScope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    public ObservableList<PaletteRow> rows() {
        return rows;
    }

    /// The index of the selected row, or -1.
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Begins anew with this text.
    public void open(String query) {
        open = true;
        chosen.set(PaletteScope.EVERYTHING);
        if (text.get().equals(query)) {
            actionsOf = Optional.empty();
            searchAnew();
        } else {
            text.set(query);
        }
    }

    /// What is under way is not shown any more, and nothing is kept.
    public void closed() {
        open = false;
        search.forget();
        rows.clear();
        selected.set(-1);
        actionsOf = Optional.empty();
    }

    /// Ends the search thread.
    @Override
    public void close() {
        search.close();
    }

    /// What can be found is not what it was: lists it as it is now, with the same row selected if it is still there.
    public void refresh() {
        if (!open) {
            return;
        }
        if (actionsOf.isEmpty()) {
            search();
        } else {
            search.find(actionsOf.get().id(), found -> {
                if (found.isPresent()) {
                    listActions(found.get());
                } else {
                    leaveActions();
                }
            });
        }
    }

    private void searchAnew() {
        fresh = true;
        search();
    }

    private void search() {
        PaletteQuery query = PaletteQuery.of(text.get(), chosen.get());
        scope.set(query.scope());
        search.search(query, usage.ids(), this::show);
    }

    private void show(PaletteResult result) {
        replace(PaletteRows.of(result));
    }

    private void replace(List<PaletteRow> next) {
        int before = selected.get();
        Optional<String> kept = fresh ? Optional.empty() : selectedRow().flatMap(PaletteRow::identity);
        fresh = false;
        selected.set(-1);
        rows.setAll(next);
        if (kept.isEmpty()) {
            moveFrom(-1, 1);
        } else {
            int again = next.stream().map(PaletteRow::identity).toList().indexOf(kept);
            // Where it is gone, what took its place.
            moveFrom(again >= 0 ? again - 1 : Math.min(before, next.size()) - 1, 1);
        }
    }

    /// Selects the next row that can be selected, in this direction, going round at the ends.
    public void move(int step) {
        moveFrom(selected.get(), step);
    }

    private void moveFrom(int start, int step) {
        int count = rows.size();
        int at = start;
        for (int i = 0; i < count; i++) {
            at = at < 0 && step < 0 ? count - 1 : Math.floorMod(at + step, count);
            if (rows.get(at).isSelectable()) {
                selected.set(at);
                return;
            }
        }
    }

    /// Selects one row, if it can be.
    public void select(int index) {
        if (index >= 0 && index < rows.size() && rows.get(index).isSelectable()) {
            selected.set(index);
        }
    }

    public Optional<PaletteRow> selectedRow() {
        int at = selected.get();
        return at < 0 || at >= rows.size() ? Optional.empty() : Optional.of(rows.get(at));
    }

    /// What Enter would do on a row.
    public static Optional<PaletteAction> actionOf(PaletteRow row) {
        return switch (row) {
            case Found found -> found.entry().actions().get().stream().findFirst();
            case Act act -> Optional.of(act.action());
            case Heading _, Nothing _ -> Optional.empty();
        };
    }

    private static Optional<PaletteEntry> entryOf(PaletteRow row) {
        return switch (row) {
            case Found found -> Optional.of(found.entry());
            case Act act -> Optional.of(act.entry());
            case Heading _, Nothing _ -> Optional.empty();
        };
    }

    /// Runs what is selected and closes the palette. Does nothing for an action that isn't possible now.
    public void run() {
        Optional<PaletteAction> action = selectedRow().flatMap(PaletteViewModel::actionOf);
        if (action.isEmpty() || action.get().disabledReason().isPresent()) {
            return;
        }
        selectedRow().flatMap(PaletteViewModel::entryOf).ifPresent(entry -> usage.add(entry.id()));
        dismiss.run();
        action.get().run().run();
    }

    /// Lists all actions of the selected row. Returns whether there are any.
    public boolean showActions() {
        Optional<PaletteEntry> entry = selectedRow().flatMap(PaletteViewModel::entryOf);
        if (entry.isEmpty() || actionsOf.isPresent()) {
            return false;
        }
        search.forget();
        fresh = true;
        listActions(entry.get());
        return true;
    }

    private void listActions(PaletteEntry entry) {
        actionsOf = Optional.of(entry);
        replace(PaletteRows.actions(entry));
    }

    /// From the actions of one row back to the hits. Returns whether that was so; if not, the palette is to close.
    public boolean leaveActions() {
        if (actionsOf.isEmpty()) {
            return false;
        }
        actionsOf = Optional.empty();
        searchAnew();
        return true;
    }

    /// The next scope that has something in it, or the one before. Takes away a first character that picked one.
    public void cycleScope(int step) {
        int at = scopes.indexOf(scope.get());
        PaletteScope next = scopes.get(Math.floorMod(at + step, scopes.size()));
        String words = PaletteQuery.of(text.get(), chosen.get()).text();
        chosen.set(next);
        actionsOf = Optional.empty();
        if (text.get().equals(words)) {
            searchAnew();
        } else {
            text.set(words);
        }
    }
}
