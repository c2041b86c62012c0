package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.UnsavedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/// The content area. Pages are made when first shown and kept; only the one in view is in the scene.
final class PageHost extends StackPane {
    private final Map<String, PageEntry> entries = new HashMap<>();
    private final Map<String, Page> pages = new HashMap<>();
    private final ShellContext context;
    private Optional<Location> current = Optional.empty();
    private boolean visibleWindow;

    PageHost(List<PageEntry> entries, ShellContext context) {
        this.context = context;
        entries.forEach(entry -> this.entries.put(entry.name(), entry));
        getStyleClass().add("qs-content");
        setMinSize(0, 0);
    }

    PageEntry entry(Location location) {
        PageEntry entry = entries.get(location.page());
        if (entry == null) {
            throw new IllegalArgumentException("There is no page " + location.page());
        }
        return entry;
    }

    Optional<Page> page() {
        return current.map(location -> pages.get(location.page()));
    }

    /// Of all pages, shown or not.
    List<UnsavedText> unsaved() {
        return pages.values().stream().flatMap(page -> page.unsaved().stream()).toList();
    }

    void show(Location location) {
        boolean samePage = current.isPresent() && current.get().page().equals(location.page());
        if (!samePage && visibleWindow) {
            page().ifPresent(Page::hidden);
        }
        PageEntry entry = entry(location);
        Page page = pages.get(location.page());
        if (page == null) {
            page = entry.factory().apply(context);
            pages.put(location.page(), page);
        }
        current = Optional.of(location);
        if (!samePage) {
            getChildren().setAll(page.root());
        }
        if (visibleWindow) {
            page.shown(location);
        }
    }

    /// The window became visible or hidden.
    void windowVisible(boolean visible) {
        if (visible == visibleWindow) {
            return;
        }
        visibleWindow = visible;
        if (current.isPresent() && page().isPresent()) {
            if (visible) {
                page().get().shown(current.get());
            } else {
                page().get().hidden();
            }
        }
    }
}
