package io.quayside.desktop.ui.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import io.quayside.desktop.ui.containers.row.SortKey;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What takes space on a real engine: columns for it, and the volumes that a deletion takes along.
class SizesTest {
    private static TestEngine engine;
    private static PageFixture page;

    @BeforeAll
    static void open() {
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        engine.docker(
                "run",
                "-d",
                "--name",
                "small",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "head -c 1000 /dev/zero >/tmp/x; sleep 1000");
        engine.docker(
                "run",
                "-d",
                "--name",
                "large",
                "-v",
                "/data",
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "head -c 5000000 /dev/zero >/tmp/x; head -c 3000000 /dev/zero >/data/x; sleep 1000");
        page = PageFixture.open(engine.socket());
    }

    @AfterAll
    static void close() {
        page.close();
        engine.removeContainers();
    }

    private static ContainerRow row(String name) {
        AtomicReference<ContainerRow> found = new AtomicReference<>();
        page.await("the row of " + name, () -> {
            page.model().allRows().stream()
                    .filter(row -> row.line().name().equals(name))
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private static void choose(String title) {
        MenuButton columns = page.find("containers-columns", MenuButton.class);
        Fx.call(() -> {
            CheckMenuItem item = columns.getItems().stream()
                    .filter(each -> title.equals(each.getText()))
                    .map(CheckMenuItem.class::cast)
                    .findFirst()
                    .orElseThrow();
            item.setSelected(true);
            item.getOnAction().handle(new javafx.event.ActionEvent());
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static TreeTableColumn<RowItem, ?> column(String id) {
        TreeTableView<RowItem> table = page.find("containers-table", TreeTableView.class);
        return Fx.call(() -> table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void sizesAreMeasuredOnceTheirColumnIsShown() {
        ContainerRow large = row("large");
        ContainerRow small = row("small");
        assertTrue(Fx.call(() -> large.size().isEmpty()));
        TreeTableColumn<RowItem, ?> size = column("column-size");
        choose("Size");
        page.await("the column", () -> size.isVisible());
        page.await("sizes", () -> large.size().isPresent() && small.size().isPresent());
        assertTrue(Fx.call(() -> large.size().orElse(0)) >= 5_000_000);
        assertTrue(Fx.call(() -> small.size().orElse(0)) < 1_000_000);
        List<String> order = Fx.call(() -> {
            page.model().options().sortBy(SortKey.SIZE, false);
            return page.model().groupsProperty().get().stream()
                    .flatMap(group -> group.rows().stream())
                    .filter(ContainerRow.class::isInstance)
                    .map(item -> ((ContainerRow) item).line().name())
                    .toList();
        });
        assertEquals(List.of("large", "small"), order);
    }

    @Test
    void theNetworksShareIsShown() {
        TreeTableColumn<RowItem, ?> net = column("column-net-io");
        choose("Net I/O");
        page.await("the column", () -> net.isVisible());
        ContainerRow row = row("large");
        page.await("figures of the network", () -> row.figures().network().contains(" / "));
    }

    @Test
    void theQuestionSaysHowMuchItsVolumeHolds() {
        ContainerRow row = row("large");
        page.await("can act", () -> row.line().canAct());
        AtomicReference<Confirmation> asked = new AtomicReference<>();
        Fx.call(() -> {
            page.model().deletion().delete(List.of(row), (question, act) -> asked.set(question));
            return true;
        });
        page.await("the question", () -> asked.get() != null);
        assertEquals(
                "large is running and will be stopped first. 1 anonymous volume goes with it. Named volumes stay.",
                asked.get().text());
        page.await(
                "its size",
                () -> asked.get()
                        .later()
                        .orElseThrow()
                        .getValue()
                        .text()
                        .equals(
                                "large is running and will be stopped first. 1 anonymous volume (3 MB) goes with it. Named"
                                        + " volumes stay."));
    }
}
