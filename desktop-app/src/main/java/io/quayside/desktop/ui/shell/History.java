package io.quayside.desktop.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The way through the pages, as a browser keeps it. FX thread.
///
/// Some addresses don't name a page but something that opens above it, such as the palette: those are handed on and
/// leave the history alone.
public final class History implements Navigator {
    /// Nobody goes back further; the oldest steps are forgotten.
    static final int KEPT = 100;

    private final Set<String> pages;
    private final Map<String, Consumer<Location>> overlays;
    private final Deque<Location> behind = new ArrayDeque<>();
    private final Deque<Location> ahead = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Location> current;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");

    public History(Location start, Set<String> pages, Map<String, Consumer<Location>> overlays) {
        this.pages = Set.copyOf(pages);
        this.overlays = Map.copyOf(overlays);
        this.current = new ReadOnlyObjectWrapper<>(this, "current", start);
    }

    @Override
    public boolean knows(Location location) {
        return pages.contains(location.page()) || overlays.containsKey(location.page());
    }

    @Override
    public void go(Location location) {
        Consumer<Location> overlay = overlays.get(location.page());
        if (overlay != null) {
            overlay.accept(location);
        } else if (pages.contains(location.page()) && !location.equals(current.get())) {
            behind.push(current.get());
            if (behind.size() > KEPT) {
                behind.removeLast();
            }
            ahead.clear();
            show(location);
        }
    }

    @Override
    public void back() {
        if (!behind.isEmpty()) {
            ahead.push(current.get());
            show(behind.pop());
        }
    }

    @Override
    public void forward() {
        if (!ahead.isEmpty()) {
            behind.push(current.get());
            show(ahead.pop());
        }
    }

    private void show(Location location) {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        current.set(location);
    }

    @Override
    public ReadOnlyObjectProperty<Location> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }
}
