package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.networks.detail.ConnectPanel;
import io.quayside.desktop.ui.networks.detail.NetworkPanel;
import io.quayside.desktop.ui.networks.form.CreatePanel;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What is open beside the list: the selected network, a form, or nothing. FX thread.
final class NetworkSide {
    private static final double WIDTH = 380;

    private final ContainersParts parts;
    private final HBox root;
    private final NetworksViewModel model;
    private final Consumer<String> created;
    private final Runnable closed;
    private final NetworkPanel panel;
    private Optional<Region> open = Optional.empty();

    /// @param root has the list, and what is open at its right
    /// @param created is handed the id of a new network
    /// @param closed runs when nothing is open any more
    NetworkSide(
            ContainersParts parts,
            HBox root,
            NetworksViewModel model,
            NetworkListener page,
            Consumer<String> created,
            Runnable closed) {
        this.parts = parts;
        this.root = root;
        this.model = model;
        this.created = created;
        this.closed = closed;
        this.panel = new NetworkPanel(parts, model, page, this::close);
        model.selection().currentProperty().subscribe((before, now) -> follow());
    }

    Optional<Region> open() {
        return open;
    }

    /// Shows who is in the selected network.
    void details() {
        show(panel);
        panel.follow(model.current());
        panel.focusFirst();
    }

    void connect(NetworkRow row) {
        ConnectPanel form = new ConnectPanel(model, row, this::details);
        show(form);
        form.focusFirst();
    }

    void create() {
        CreatePanel form = new CreatePanel(parts, model, created, this::close);
        show(form);
        form.focusFirst();
    }

    void toggle() {
        if (open.isPresent()) {
            close();
        } else {
            details();
        }
    }

    void close() {
        if (open.isPresent()) {
            take();
            closed.run();
        }
    }

    /// The page isn't on screen any more.
    void hidden() {
        panel.stop();
        open.ifPresent(NetworkSide::stop);
    }

    /// The page is on screen again.
    void shown() {
        follow();
    }

    boolean settled() {
        return open.map(shown -> switch (shown) {
                    case CreatePanel form -> form.settled();
                    default -> panel.settled();
                })
                .orElse(true);
    }

    private void follow() {
        if (open.filter(panel::equals).isPresent()) {
            panel.follow(model.current());
        }
    }

    private void show(Region next) {
        if (!open.equals(Optional.of(next))) {
            take();
            next.setMinWidth(WIDTH);
            next.setPrefWidth(WIDTH);
            next.setMaxWidth(WIDTH);
            open = Optional.of(next);
            root.getChildren().add(next);
        }
    }

    private void take() {
        open.ifPresent(shown -> {
            stop(shown);
            root.getChildren().remove(shown);
        });
        open = Optional.empty();
    }

    private static void stop(Region shown) {
        if (shown instanceof CreatePanel form) {
            form.stop();
        } else if (shown instanceof NetworkPanel details) {
            details.stop();
        }
    }
}
