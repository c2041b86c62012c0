package io.quayside.desktop.ui.engine.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The keys of the tree in a window.
class SpaceTableTest {
    private final Space space = new Space(
            List.of(kind(SpaceKind.IMAGES, "a", "b", "c", "d", "e"), kind(SpaceKind.CONTAINERS, "x", "y")),
            Optional.empty());
    private Stage stage;
    private SpaceTable table;

    private static SpaceRow kind(SpaceKind kind, String... names) {
        List<SpaceRow> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(row(kind, name, 10, List.of()));
        }
        return row(kind, kind.name(), 10L * names.length, parts);
    }

    private static SpaceRow row(SpaceKind kind, String name, long size, List<SpaceRow> parts) {
        return new SpaceRow(
                kind, name, name, "", OptionalLong.of(size), OptionalLong.empty(), OptionalLong.empty(), parts);
    }

    @BeforeEach
    void show() {
        Fx.run(() -> {
            table = new SpaceTable();
            table.show(Optional.of(space), true);
            Scene scene = new Scene(new StackPane(table), 500, 400);
            new Themes(AppearanceSettings.DEFAULT).dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            table.requestFocus();
        });
    }

    @AfterEach
    void hide() {
        Fx.run(stage::hide);
    }

    private String after(KeyCode... keys) {
        return Fx.call(() -> {
            for (KeyCode key : keys) {
                table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
            return chosen();
        });
    }

    private String chosen() {
        TreeItem<SpaceRow> item = table.getSelectionModel().getSelectedItem();
        return item == null ? "" : item.getValue().name();
    }

    private List<String> rows() {
        return Fx.call(() -> {
            List<String> names = new ArrayList<>();
            for (int row = 0; row < table.getExpandedItemCount(); row++) {
                names.add(table.getTreeItem(row).getValue().name());
            }
            return names;
        });
    }

    @Test
    void firstArrowChoosesTheFirstRow() {
        assertEquals("", Fx.call(this::chosen));
        assertEquals("IMAGES", after(KeyCode.DOWN));
        assertEquals("a", after(KeyCode.DOWN));
    }

    @Test
    void arrowsGoUpAndDownAndHomeAndEndToTheEnds() {
        assertEquals("a", after(KeyCode.HOME, KeyCode.DOWN));
        assertEquals("IMAGES", after(KeyCode.UP));
        assertEquals("CONTAINERS", after(KeyCode.END));
        assertEquals("2 more", after(KeyCode.UP));
        assertEquals("IMAGES", after(KeyCode.HOME));
    }

    @Test
    void leftAndRightFoldAndUnfold() {
        assertEquals("IMAGES", after(KeyCode.HOME, KeyCode.LEFT));
        assertEquals(List.of("IMAGES", "CONTAINERS"), rows());
        assertEquals("IMAGES", after(KeyCode.RIGHT));
        assertEquals(List.of("IMAGES", "a", "b", "c", "2 more", "CONTAINERS"), rows());
        assertEquals("a", after(KeyCode.RIGHT), "into it");
        assertEquals("IMAGES", after(KeyCode.LEFT), "and back");
        assertEquals("x", after(KeyCode.END, KeyCode.RIGHT, KeyCode.RIGHT));
    }

    @Test
    void enterFoldsAKindAndUnfoldsWhatIsLeftOut() {
        assertEquals("d", after(KeyCode.END, KeyCode.UP, KeyCode.ENTER));
        assertEquals(List.of("IMAGES", "a", "b", "c", "d", "e", "CONTAINERS"), rows());
        assertEquals("IMAGES", after(KeyCode.HOME, KeyCode.ENTER));
        assertEquals(List.of("IMAGES", "CONTAINERS"), rows());
        assertEquals("IMAGES", after(KeyCode.ENTER));
        assertEquals(7, rows().size());
    }

    @Test
    void whatWasChosenAndFoldedStaysSoWhenItIsMeasuredAgain() {
        assertEquals("IMAGES", after(KeyCode.HOME, KeyCode.LEFT));
        Fx.run(() -> table.show(Optional.of(space), true));
        assertEquals("IMAGES", Fx.call(this::chosen));
        assertEquals("CONTAINERS", after(KeyCode.DOWN));
        assertEquals(List.of("IMAGES", "CONTAINERS"), rows());
    }
}
