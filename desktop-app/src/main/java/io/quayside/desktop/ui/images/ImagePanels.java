package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.images.pull.ImageSearch;
import io.quayside.desktop.ui.images.pull.ImageTags;
import io.quayside.desktop.ui.images.pull.PullPanel;
import io.quayside.desktop.ui.images.pull.Pulls;
import io.quayside.desktop.ui.images.pull.TagList;
import io.quayside.desktop.ui.images.push.PushLogin;
import io.quayside.desktop.ui.images.push.PushPanel;
import io.quayside.desktop.ui.images.push.Pushes;
import io.quayside.desktop.ui.images.table.ImagesTable;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The panel beside the list: that for pulling, that for pushing, or none. FX thread.
final class ImagePanels {
    private final HBox root;
    private final ImagesTable table;
    private final Runnable closed;
    private final Pulls pulls;
    private final ImageSearch search;
    private final EngineArch arch;
    private final PullPanel pull;
    private final PushLogin login;
    private final PushPanel push;
    private String ownPlatform = "";

    /// Where panels lead to.
    ///
    /// @param run opens the form for a container of an image
    /// @param copy takes a text to the clipboard
    /// @param certificates where the authorities of private registries stand
    record Doors(Consumer<String> run, Consumer<String> copy, List<Path> certificates) {}

    /// @param root has the list, and the panel at its right
    /// @param isHere whether some image is called this
    /// @param closed runs when a panel has gone
    ImagePanels(
            ContainersParts parts,
            HBox root,
            ImagesTable table,
            Doors doors,
            Predicate<String> isHere,
            Runnable closed) {
        this.root = root;
        this.table = table;
        this.closed = closed;
        RegistryFaults faults = new RegistryFaults(parts, this::openPull);
        this.pulls = new Pulls(parts, doors.run(), faults);
        this.search = new ImageSearch(parts);
        this.pull = new PullPanel(
                pulls,
                search,
                () -> new TagList(
                        new ImageTags(parts.logins(), doors.certificates()), parts.fx(), name -> pulls.start(name, "")),
                doors.run(),
                this::close);
        this.arch = new EngineArch(parts, this::learn);
        this.login = new PushLogin(parts);
        this.push = new PushPanel(new Pushes(parts, faults), login, faults, isHere, doors.copy(), this::close);
    }

    Pulls pulls() {
        return pulls;
    }

    /// The one that is open.
    Optional<Node> open() {
        return root.getChildren().stream()
                .filter(node -> node.equals(pull) || node.equals(push))
                .findFirst();
    }

    void openPull() {
        show(pull);
        arch.ask();
        pull.focusField();
    }

    /// @param reference as if it had been typed
    void openPull(String reference) {
        openPull();
        pull.type(reference);
    }

    /// @param reference what to push, by a name or its id
    void openPush(String reference) {
        show(push);
        push.open(reference);
    }

    void toggle() {
        if (open().isPresent()) {
            close();
        } else {
            openPull();
        }
    }

    void close() {
        if (root.getChildren().removeAll(pull, push)) {
            table.narrow(false);
            closed.run();
        }
    }

    void focus() {
        if (open().filter(push::equals).isPresent()) {
            push.focusField();
        } else {
            pull.focusField();
        }
    }

    /// The page is on screen.
    void shown() {
        arch.ask();
        if (open().filter(push::equals).isPresent()) {
            push.shownAgain();
        }
    }

    /// The page isn't on screen any more.
    void hidden() {
        arch.hidden();
        search.stop();
        login.stop();
    }

    /// The engine's architecture, empty while it isn't known.
    String ownPlatform() {
        return ownPlatform;
    }

    private void learn(String own) {
        ownPlatform = own;
        pull.ownPlatform(own);
    }

    private void show(Node panel) {
        if (!root.getChildren().contains(panel)) {
            root.getChildren().removeAll(pull, push);
            root.getChildren().add(panel);
            table.narrow(true);
        }
    }
}
