package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// For tests of the Images page and what lies behind it: each begins on the page, with a name for an image of its own.
abstract class OnImages extends OnEngine {
    /// A name that no image has yet.
    String image = "";

    @BeforeEach
    void openPage() {
        image = "pages/" + name + ":1";
        page.go("images");
        page.await("the page", () -> page.root().lookup("#images-table") != null);
    }

    @AfterEach
    void closePanel() {
        Fx.run(() -> {
            page.images().model().filterTextProperty().set("");
            page.images().model().segmentProperty().set(ImageSegment.ALL);
            page.images().model().dismissProblem();
        });
        engine.removeContainers();
    }

    static ImageRow row(String reference) {
        page.await("the row of " + reference, () -> find(reference) != null);
        return Fx.call(() -> Objects.requireNonNull(find(reference)));
    }

    /// What the row of an image says now: for conditions that are looked at on the FX thread, where nothing can be
    /// awaited.
    static Optional<ImageLine> line(String reference) {
        return Optional.ofNullable(find(reference)).map(ImageRow::line);
    }

    static @Nullable ImageRow find(String reference) {
        return page.images().model().row(reference).orElse(null);
    }

    static boolean has(String reference) {
        return engine.tryDocker("image", "inspect", "--format", "{{.Id}}", reference)
                .succeeded();
    }

    /// An image of its own, that no registry has.
    static void make(String reference) {
        engine.dockerCommand("import", "--message", reference, "-", reference)
                .withInput(TestImages.busyboxArchive())
                .run()
                .orFail();
    }

    static void select(ImageRow row) {
        Fx.run(() -> {
            page.images().model().selection().clear();
            page.images().model().selection().setCurrent(Optional.of(row.key()));
        });
    }

    /// Presses what says this, once it can be pressed.
    static void press(String name) {
        page.await("a button " + name, () -> button(name).isPresent());
        Fx.run(() -> button(name).orElseThrow().fire());
    }

    static Optional<Button> button(String name) {
        return page.root().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAccessibleText()) || name.equals(button.getText()))
                .filter(button -> button.getScene() != null && button.isVisible())
                .findFirst();
    }

    static boolean says(String text) {
        return page.root().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(Node.class::cast)
                .anyMatch(node -> ((Labeled) node).getText() != null
                        && ((Labeled) node).getText().contains(text));
    }

    static void awaitEngine(String what, java.util.function.Supplier<Boolean> condition) {
        PageFixture.await(what, Duration.ofSeconds(60), condition);
    }
}
