package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.fake.FakeEngine;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The form in windows and with text of other sizes: nothing of it may be out of sight at the right.
class FormLayoutTest {
    @ParameterizedTest
    @CsvSource({"960, 600, 100", "1280, 800, 100", "1280, 800, 130", "1280, 800, 90"})
    void everyFieldIsInSight(int width, int height, int text) {
        try (FakeEngine engine = FakeEngine.start();
                PageFixture page = PageFixture.open(engine.socket(), false, width, height)) {
            page.appearance(now -> now.withTextPercent(text));
            page.go("run/redis");
            page.await("the form", () -> page.root().lookup("#run-add-mount") != null);
            for (String kind : List.of("port", "variable", "mount", "network")) {
                Fx.run(() -> ((ActionButton) Objects.requireNonNull(page.root().lookup("#run-add-" + kind))).fire());
            }
            List<Node> shown = Fx.call(() -> {
                page.root().applyCss();
                page.root().layout();
                page.root().layout();
                return controls(page);
            });
            assertFalse(shown.isEmpty());
            Bounds sight = Fx.call(() -> scroll(page).localToScene(scroll(page).getBoundsInLocal()));
            assertEquals(
                    List.of(),
                    Fx.call(() -> shown.stream()
                            .filter(node ->
                                    node.localToScene(node.getBoundsInLocal()).getMaxX() > sight.getMaxX())
                            .map(Node::toString)
                            .toList()));
        }
    }

    private static ScrollPane scroll(PageFixture page) {
        return page.root().lookupAll(".scroll-pane").stream()
                .map(ScrollPane.class::cast)
                .filter(one -> one.getContent() instanceof RunForm)
                .findFirst()
                .orElseThrow();
    }

    private static List<Node> controls(PageFixture page) {
        return scroll(page).getContent().lookupAll("*").stream()
                .filter(node -> node.getStyleClass().contains("text-field")
                        || node.getStyleClass().contains("button")
                        || node.getStyleClass().contains("combo-box"))
                .filter(FormLayoutTest::isShown)
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
