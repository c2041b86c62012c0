package io.quayside.desktop.lifecycle.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.ui.shell.frame.FakeSession;
import io.quayside.desktop.ui.shell.status.StatusViewModel;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrayTest {
    private final InlineFxThread fx = new InlineFxThread();
    private final FakeSession session = new FakeSession();
    private final StatusViewModel status = new StatusViewModel(fx, session, fx, ZoneOffset.UTC);
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private List<TrayContainer> containers = List.of();
    private List<TrayItem> menu = List.of();
    private final Tray tray = new Tray(
            fx,
            (thread, activated) -> Optional.of(new FakeIcon()),
            session,
            status,
            () -> containers,
            () -> heard.add("open"),
            () -> heard.add("quit"));

    @AfterEach
    void close() {
        tray.close();
        status.close();
        session.close();
    }

    private final class FakeIcon implements TrayIcon {
        @Override
        public void setMenu(String tooltip, List<TrayItem> items) {
            heard.add(tooltip);
            menu = items;
        }

        @Override
        public void notify(String title, String text) {
            heard.add(title + ": " + text);
        }

        @Override
        public void close() {
            heard.add("gone");
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static String text(List<TrayItem> items) {
        List<String> lines = new ArrayList<>();
        for (TrayItem item : items) {
            lines.add(
                    switch (item) {
                        case TrayItem.Note note -> "(" + note.text() + ")";
                        case TrayItem.Action action -> action.text();
                        case TrayItem.Menu inner -> inner.text() + " [" + text(inner.items()) + "]";
                        case TrayItem.Rule _ -> "-";
                    });
        }
        return String.join(", ", lines);
    }

    private void connect() {
        session.become(new EngineStatus.Connected(fx.instant(), "28.5.2", "1.51"));
    }

    @Test
    void theMenuSaysTheEngineAndItsRunningContainers() throws InterruptedException {
        connect();
        containers = List.of(
                new TrayContainer(
                        "web",
                        List.of(new TrayContainer.Port("localhost:5000", () -> heard.add("5000"))),
                        () -> heard.add("stop web")),
                new TrayContainer("redis", List.of(), () -> {}));
        tray.setWanted(true);
        await(() -> !menu.isEmpty());
        assertEquals(
                "(Engine running 28.5.2), Stop engine, -, web [Open localhost:5000, Stop], redis [Stop], -,"
                        + " Open Quayside, Quit",
                text(menu));
    }

    @Test
    void aBurstOfChangesBuildsTheMenuOnce() throws InterruptedException {
        tray.setWanted(true);
        await(tray::isThere);
        heard.clear();
        for (int i = 0; i < 1000; i++) {
            tray.changed();
        }
        connect();
        fx.advance(Duration.ofSeconds(5));
        assertEquals(List.of("Quayside, Engine running 28.5.2"), heard);
    }

    @Test
    void manyContainersAreCapped() {
        List<TrayContainer> many = IntStream.range(0, 40)
                .mapToObj(i -> new TrayContainer("c" + i, List.of(), () -> {}))
                .toList();
        List<TrayItem> items = TrayMenu.of("Engine running", Optional.empty(), many, () -> {}, () -> {});
        assertTrue(text(items).contains("c14 [Stop], (25 more), -"), text(items));
    }

    @Test
    void withoutTheSettingThereIsNoSign() throws InterruptedException {
        assertFalse(tray.isThere());
        tray.changed();
        assertEquals(0, fx.waiting());
        tray.setWanted(true);
        await(tray::isThere);
        tray.setWanted(false);
        assertFalse(tray.isThere());
        assertEquals("gone", heard.getLast());
    }

    @Test
    void aDesktopWithoutADisplayHasNoTray() {
        assertEquals(Optional.empty(), AwtTrayIcon.open(fx, () -> {}));
    }
}
