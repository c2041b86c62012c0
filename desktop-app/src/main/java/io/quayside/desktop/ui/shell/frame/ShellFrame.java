package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Modal;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.shell.status.StatusBar;
import io.quayside.desktop.ui.shell.tasks.NotificationView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Puts the parts of the window in their places: rail, top bar, page, status bar, and the layers above them.
final class ShellFrame extends StackPane {
    /// Narrower windows have the narrow rail unless the user said otherwise.
    private static final double WIDE = 1100;

    private final BorderPane frame = new BorderPane();
    private final VBox left = new VBox();
    private final Label brandName = new Label("Quayside");
    private final RailView rail;
    private final TopBar topBar;
    private final StatusBar statusBar;
    private final PageHost host;
    private final FlyoutLayer flyouts = new FlyoutLayer();
    private final ModalLayer modal;
    private final FocusRegions regions = new FocusRegions(this::stops);
    private Optional<Boolean> railCollapsed = Optional.empty();

    ShellFrame(
            RailView rail,
            TopBar topBar,
            StatusBar statusBar,
            PageHost host,
            ModalLayer modal,
            NotificationView notification) {
        this.rail = rail;
        this.topBar = topBar;
        this.statusBar = statusBar;
        this.host = host;
        this.modal = modal;
        setId("shell");
        getStyleClass().add("qs-shell");
        getStylesheets()
                .add(Objects.requireNonNull(ShellFrame.class.getResource("/io/quayside/desktop/ui/shell/shell.css"))
                        .toExternalForm());
        HBox brand = new HBox(10, new BrandMark(), brandName);
        brand.getStyleClass().add(StyleClasses.BRAND);
        VBox.setVgrow(rail, Priority.ALWAYS);
        left.getChildren().addAll(brand, rail);
        // In the order in which Tab goes through them.
        BorderPane right = new BorderPane();
        right.setTop(topBar);
        right.setCenter(host);
        frame.setLeft(left);
        frame.setCenter(right);
        frame.setBottom(statusBar);
        StackPane.setAlignment(notification, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(notification, new Insets(0, 16, 28 + 12, 16));
        frame.setMinSize(0, 0);
        getChildren().addAll(frame, notification, flyouts, modal);
        widthProperty().subscribe((before, now) -> collapseRail());
    }

    void show(Location location, boolean focusPage) {
        flyouts.close();
        PageEntry entry = host.entry(location);
        host.show(location);
        for (Region part : List.of(left, topBar, statusBar)) {
            part.setVisible(entry.framed());
            part.setManaged(entry.framed());
        }
        rail.mark(entry.railName());
        if (focusPage) {
            host.page().ifPresent(ShellFrame::focus);
        }
    }

    /// What a scroll pane has in it is in the scene, and can have the focus, only after the first styling.
    private static void focus(Page page) {
        page.root().applyCss();
        page.focusMain();
    }

    /// The user's choice; empty leaves it to the width of the window.
    void setRailCollapsed(Optional<Boolean> choice) {
        railCollapsed = choice;
        collapseRail();
    }

    boolean isRailCollapsed() {
        return rail.isCollapsed();
    }

    private void collapseRail() {
        boolean collapsed = railCollapsed.orElse(getWidth() > 0 && getWidth() < WIDE);
        rail.setCollapsed(collapsed);
        brandName.setVisible(!collapsed);
        brandName.setManaged(!collapsed);
    }

    /// The next or previous region gets the focus.
    void moveRegion(int step) {
        regions.move(step, Focus.owner(this));
    }

    private List<FocusRegions.Stop> stops() {
        List<FocusRegions.Stop> stops = new ArrayList<>();
        stops.add(new FocusRegions.Stop(rail, rail::focusMarked));
        stops.add(FocusRegions.Stop.of(topBar));
        Optional<Page> page = host.page();
        List<Node> parts = page.map(Page::regions).orElse(List.of());
        parts.forEach(part -> stops.add(FocusRegions.Stop.of(part)));
        if (page.isPresent() && parts.isEmpty()) {
            stops.add(new FocusRegions.Stop(page.get().root(), page.get()::focusMain));
        }
        stops.add(FocusRegions.Stop.of(statusBar));
        return stops;
    }

    /// Esc that nobody took: closes a popover, then whatever the page has open. Returns whether anything was done.
    boolean escape() {
        return flyouts.close() || host.page().map(Page::escape).orElse(false);
    }

    void windowVisible(boolean visible) {
        host.windowVisible(visible);
    }

    List<UnsavedText> unsaved() {
        return host.unsaved();
    }

    boolean settled() {
        return host.page().map(Page::settled).orElse(true);
    }

    Modal modal() {
        return modal;
    }

    FlyoutLayer flyouts() {
        return flyouts;
    }
}
