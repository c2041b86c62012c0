package io.quayside.desktop.ui.containers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.fake.FakeContainer;
import io.quayside.testing.fake.FakeEngine;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/// The window while an engine takes its time for the list.
class SlowEngineTest {
    @Test
    void listIsWaitedForInWordsUnderTheHeadOfTheTable() {
        CountDownLatch held = new CountDownLatch(1);
        try (FakeEngine engine = FakeEngine.start()) {
            engine.containers().fill(3);
            engine.on("GET", "/containers/json", exchange -> {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.respond(200, "application/json", engine.containers().listJson(true, ""));
            });
            try (PageFixture page = PageFixture.open(engine.socket())) {
                page.await("the list is being read", () -> isSeen(page, Label.class, "Reading containers…"));
                assertTrue(Fx.call(() -> isSeen(page, Label.class, "Name")), "the head of the table is there");
                assertFalse(Fx.call(() -> isSeen(page, Button.class, "Open Engine")));

                page.await(
                        "patience is asked for",
                        () -> isSeen(page, Label.class, "The engine is slow to answer (5 s). Still waiting."));
                assertTrue(Fx.call(() -> isSeen(page, Button.class, "Open Engine")));

                held.countDown();
                page.await(
                        "the rows alone",
                        () -> isSeen(
                                        page,
                                        Label.class,
                                        FakeContainer.numbered(0).name())
                                && !isSeen(page, Button.class, "Open Engine"));
            } finally {
                held.countDown();
            }
        }
    }

    private static boolean isSeen(PageFixture page, Class<? extends Labeled> type, String text) {
        return page.root().lookupAll("*").stream()
                .filter(type::isInstance)
                .map(Labeled.class::cast)
                .anyMatch(label -> text.equals(label.getText()) && isSeen(label));
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }
}
